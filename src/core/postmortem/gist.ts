import type { Reading } from './reading.js';

/**
 * What the incident was about in the words of those who summed it up: commands, pins and what was said when it
 * ended. A message that shares rare words with it belongs to the story, in whatever language it was said.
 */
export interface Gist {
  /** 0 for a message that shares nothing, about 1 for a typical one that belongs, up to 2.5. */
  closeness(reading: Reading): number;
}

const SUMMING = new Set([
  'declared',
  'cause',
  'trigger',
  'fix',
  'impact',
  'resolved',
  'note',
  'decision',
  'suspect',
  'detected',
  'cancelled',
  'reopened',
]);

export function gistOf(readings: readonly Reading[]): Gist {
  const spread = new Map<string, number>();
  for (const reading of readings)
    for (const word of reading.topic) spread.set(word, (spread.get(word) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const reading of readings) {
    const isSumming = SUMMING.has(reading.entry.kind) || reading.signs.size > 0;
    if (!isSumming) continue;
    const isFact = ['cause', 'trigger', 'fix'].includes(reading.entry.kind) || reading.label !== null;
    for (const word of reading.topic) weights.set(word, Math.max(weights.get(word) ?? 0, isFact ? 1 : 0.7));
  }
  const size = Math.max(2, readings.length);
  return {
    closeness(reading) {
      let sum = 0;
      for (const word of reading.topic) {
        const weight = weights.get(word);
        const count = spread.get(word) ?? 1;
        if (weight === undefined || count < 2) continue;
        sum += weight * (Math.log(size / count) / Math.log(size));
      }
      return Math.min(2.5, (sum * 1.6) / Math.sqrt(Math.max(4, reading.topic.size)));
    },
  };
}
