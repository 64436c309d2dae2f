import type { Severity } from '../incident/incident.js';
import type { Postmortem } from './model.js';
import { excerpt } from './quote.js';
import { QUOTE_LIMIT, type Reading } from './reading.js';

export const severityName = (severity: Severity | null): Postmortem['severity'] =>
  severity === null ? null : `SEV${severity}`;

/** "Severity set to SEV1: half of the shop is down" */
export function severityText(reading: Reading): string {
  const to = reading.entry.detail['to'];
  const set = to === undefined ? 'Severity set' : `Severity set to SEV${to}`;
  return reading.text === '' ? set : `${set}: ${excerpt(reading.text, QUOTE_LIMIT)}`;
}
