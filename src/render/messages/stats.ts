import type { Message } from '../../core/effects.js';
import type { Spread, Stats } from '../../core/incident/stats.js';
import { durationInWords } from '../../core/time/duration.js';
import { context, message, sectionsOfLines } from '../blocks.js';
import { counted } from '../counted.js';

/** Below this a middle half says nothing. */
const ENOUGH = 4;

/** How many incidents there were in so many days, and how long they took; each figure with what it rests on. */
export function stats(figures: Stats, days: number): Message {
  const head = `*Incidents of the last ${counted(days, 'day')}*`;
  if (figures.incidents === 0) {
    const none = `${head}: none that has ended and that you may see.`;
    return message(none, sectionsOfLines([none]));
  }
  const bySeverity = figures.bySeverity
    .map(({ severity, count }) => `${severity === null ? 'severity not set' : `SEV${severity}`} ${count}`)
    .join(' · ');
  const lines = [
    `${head}: ${figures.incidents}`,
    bySeverity,
    spreadLine('Until noticed', figures.detect),
    spreadLine('Until mitigated', figures.mitigate),
    spreadLine('Until resolved', figures.resolve),
  ].filter((line) => line !== '');
  return message(lines.join('\n'), [...sectionsOfLines(lines), ...context(basis(figures))]);
}

function spreadLine(label: string, spread: Spread | null): string {
  if (spread === null) return `${label}: not known, nobody recorded both ends`;
  const { count, median, lower, upper } = spread;
  if (count === 1) return `${label}: ${durationInWords(median)}, from 1 incident`;
  const half = count < ENOUGH ? '' : `, half of them ${durationInWords(lower)} to ${durationInWords(upper)}`;
  return `${label}: median ${durationInWords(median)}${half}, from ${counted(count, 'incident')}`;
}

function basis({ incidents, withStart }: Stats): string {
  const start =
    withStart === incidents
      ? 'All are measured from their stated start.'
      : `${withStart} of ${incidents} measured from a stated start, the others from their declaration.`;
  return `${start} Practice, false alarms and incidents that you may not see are left out.`;
}
