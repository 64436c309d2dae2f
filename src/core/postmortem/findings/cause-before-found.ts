import { MINUTE } from '../case.js';
import { likeness, shared, topicOf } from '../topic.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

const FOUND =
  /\b(?:found (?:it|out|the)|turns out|identified|discovered|got it|that'?s it|pinpointed|culprit)\b/i;

/** The cause was stated, and the channel found the same thing only later. */
export function causeBeforeFound({ drafted, end, moment }: Matter): readonly Found[] {
  const root = drafted.causes.find((cause) => cause.role === 'root')?.claim;
  if (root === undefined || root.status !== 'stated') return [];
  const stated = Date.parse(root.at);
  const topic = topicOf(root.text);
  const later = drafted.timeline.find(({ at, kind, claim }) => {
    const when = Date.parse(at);
    if (when < stated + 10 * MINUTE || (end !== null && when > end)) return false;
    const other = topicOf(claim.text);
    return (
      (kind === 'found' || kind === 'cause') &&
      FOUND.test(claim.text) &&
      shared(topic, other) >= 2 &&
      likeness(topic, other) >= 0.3
    );
  });
  if (later === undefined) return [];
  const text = `The cause was stated at ${moment(stated)}, but ${quoted(later.claim.text)} came only at ${moment(Date.parse(later.at))}. When was it known?`;
  return [{ text, about: aboutOf(root, later.claim) }];
}
