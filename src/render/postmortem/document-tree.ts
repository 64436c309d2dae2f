import type { Root } from 'mdast';
import type { Postmortem } from '../../core/postmortem/model.js';
import { actionsSection } from './actions-section.js';
import { cancelledNote } from './cancelled-note.js';
import { causeSection } from './cause-section.js';
import { detectionSection } from './detection-section.js';
import { findingsSection } from './findings-section.js';
import { impactSection } from './impact-section.js';
import { issueSummary } from './issue-summary.js';
import { lostEditsSection } from './lost-edits-section.js';
import { measuresSection } from './measures-section.js';
import { pageOf } from './page.js';
import { participantsSection } from './participants-section.js';
import { questionsSection } from './questions-section.js';
import { sourcesSection } from './sources-section.js';
import { statusBlock } from './status-block.js';
import { suspectedSection } from './suspected-section.js';
import { timelineSection } from './timeline-section.js';

const POSTMORTEM = [
  statusBlock,
  issueSummary,
  impactSection,
  detectionSection,
  timelineSection,
  suspectedSection,
  causeSection,
  actionsSection,
  findingsSection,
  questionsSection,
  lostEditsSection,
  participantsSection,
  measuresSection,
  sourcesSection,
] as const;
const NOTE = [
  statusBlock,
  cancelledNote,
  timelineSection,
  actionsSection,
  findingsSection,
  questionsSection,
  participantsSection,
  sourcesSection,
] as const;

/** The whole document in the house order, as one tree that every renderer prints. */
export function documentTree(document: Postmortem): Root {
  const page = pageOf(document);
  const sections = document.status === 'cancelled' ? NOTE : POSTMORTEM;
  return { type: 'root', children: sections.flatMap((section) => [...section(page)]) };
}
