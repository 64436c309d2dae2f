import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import type { ExportFormat } from '../../core/postmortem/export-format.js';
import { message, sections } from '../blocks.js';

const NAMES: Readonly<Record<ExportFormat, string>> = {
  md: 'as Markdown',
  html: 'as a page for browsers',
  json: 'as JSON',
  png: 'as a picture of its timeline',
};

/** The answer to `postmortem export`: where the file will be. */
export function exporting(incident: Incident, format: ExportFormat): Message {
  const text = `The draft of *${incidentName(incident)}* ${NAMES[format]} comes into the thread of its card.`;
  return message(text, sections(text));
}
