import { readWhen } from '../timeline/backdate.js';
import type { Incident } from './incident.js';

/** Words before a time within a sentence: "the alert fired at 14:02". */
const BEFORE_A_TIME = /(?:^|\s)(?:at|since|from|around|about|by|um|gegen|seit|à|vers|a las|às)\s+/gi;

/**
 * The first moment that an answer names, or null. Clock times are read in the incident's zone, and as those
 * before its end: who answers next day means the day of the incident.
 */
export function answeredTime(
  text: string,
  { incident, now }: { readonly incident: Pick<Incident, 'zone' | 'endedAt'>; readonly now: Date },
): Date | null {
  const starts = [0, ...[...text.matchAll(BEFORE_A_TIME)].map((match) => match.index + match[0].length)];
  const end = incident.endedAt ?? now;
  for (const start of starts) {
    const words = text.slice(start);
    const at = momentAt(words, now, incident.zone);
    if (at === null) continue;
    return at <= end ? at : momentAt(words, end, incident.zone);
  }
  return null;
}

function momentAt(words: string, now: Date, speakerZone: string): Date | null {
  const when = readWhen(words, { now, speakerZone });
  return when.kind === 'at' ? when.at : null;
}
