import { isRecoveryAlert } from '../alerts.js';
import { MINUTE, ofKind } from '../case.js';
import { cuesIn } from '../cues.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

/** Monitors and bots also tell of releases. */
const tellsOfTrouble = (text: string): boolean => {
  const cues = cuesIn(text);
  return cues.has('symptom') || (!cues.has('change') && /[<>≥≤] ?\d/.test(text));
};

/** Trouble on record before the start as people state it, or after the end. */
export function rowOutsideWindow({ now, drafted, start, end, moment }: Matter): readonly Found[] {
  const { window } = drafted;
  const found: Found[] = [];
  if (window.start.kind === 'known' && start !== null && window.start.value.basis === 'stated') {
    const early = drafted.timeline.find(
      (row) =>
        Date.parse(row.at) <= start - MINUTE &&
        (row.kind === 'symptom' || (row.kind === 'alert' && tellsOfTrouble(row.claim.text))),
    );
    if (early !== undefined)
      found.push({
        text: `The start is given as ${moment(start)}, but ${quoted(early.claim.text)} came at ${moment(Date.parse(early.at))}. When did it begin?`,
        about: aboutOf(window.start.value, early.claim),
      });
  }
  if (window.end !== null && end !== null) {
    const late = ofKind(now.readings, 'alert').find(
      (r) =>
        r.at > end + MINUTE &&
        tellsOfTrouble(r.text) &&
        !isRecoveryAlert(r) &&
        drafted.timeline.some((row) => aboutOf(row.claim).includes(r.id)),
    );
    if (late !== undefined)
      found.push({
        text: `The end is given as ${moment(end)}, but ${quoted(late.text)} came at ${moment(late.at)}. Was it over?`,
        about: [...aboutOf(window.end), late.id],
      });
  }
  return found;
}
