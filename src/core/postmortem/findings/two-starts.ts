import { MINUTE } from '../case.js';
import { isForTheRecord } from '../label.js';
import { isVouched, type Reading } from '../reading.js';
import { sourcesIn } from '../sources-in.js';
import { spokenRange, spokenStart } from '../spoken-time.js';
import type { Found, Matter } from './matter.js';

const OTHER_MATTER = /\b(?:data|backups?|snapshots?|writes|rows?|deploy\w*|maintenance|window)\b/i;

/** Somebody vouched for another start than the one that the document gives. */
export function twoStarts({ now, drafted, start, moment }: Matter): readonly Found[] {
  const { window } = drafted;
  if (start === null || window.start.kind === 'asked' || window.start.value.basis !== 'stated') return [];
  const cited = sourcesIn(window.start.value);
  for (const reading of now.readings) {
    if (cited.includes(reading.id) || !tellsWhen(reading)) continue;
    const starts = startsIn(reading, [
      now.zone,
      now.record.people.get(reading.speaker ?? now.incident.declaredBy)?.zone ?? now.zone,
    ]);
    const isSame = starts.some((at) => Math.abs(at - start) < 2 * MINUTE);
    const other = starts.find((at) => Math.abs(at - start) <= 180 * MINUTE);
    if (isSame || other === undefined) continue;
    const text = `The start is given as ${moment(start)} and as ${moment(other)}. Which one holds?`;
    return [{ text, about: [...cited, reading.id] }];
  }
  return [];
}

const tellsWhen = (r: Reading): boolean =>
  !r.asks &&
  ['impact', 'started', 'resolved', 'declared', 'update', 'message', 'note'].includes(r.entry.kind) &&
  (isVouched(r) || r.label === 'impact' || isForTheRecord(r.text)) &&
  (r.cues.has('symptom') || r.entry.kind === 'impact') &&
  !r.cues.has('correction') &&
  !OTHER_MATTER.test(r.text);

const startsIn = (r: Reading, zones: readonly string[]): readonly number[] =>
  [...new Set(zones)].flatMap((zone) => {
    const at =
      spokenRange(r.text, r.entry.recordedAt, zone)?.start ?? spokenStart(r.text, r.entry.recordedAt, zone);
    return at === null ? [] : [at.getTime()];
  });
