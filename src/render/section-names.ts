import type { Section } from '../core/postmortem/sections.js';

/** What the sections are called towards people. */
export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  impact: 'Impact',
  detection: 'Detection',
  timeline: 'Timeline',
  suspected: 'Suspected',
  escalations: 'Escalations',
  causes: 'Cause',
  resolution: 'Resolution',
  'left-overs': 'Left over',
  actions: 'Action',
};
