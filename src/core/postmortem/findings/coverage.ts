import { between } from '../case.js';
import { kin, topicOf } from '../topic.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { ownWords } from './own-words.js';
import { quoted } from './quoted.js';

/** A cause that no action names, where there are actions. */
export function causeWithoutAction({ drafted, isEnglish }: Matter): readonly Found[] {
  const root = drafted.causes.find((cause) => cause.role === 'root')?.claim;
  if (root === undefined || root.status !== 'stated' || drafted.actions.length === 0 || !isEnglish) return [];
  const named = ownWords(drafted.causes.map((cause) => cause.claim.text).join(' '));
  if (named.size < 3 || drafted.actions.some(({ claim }) => kin(named, ownWords(claim.text)) > 0)) return [];
  const text = `None of the actions names anything of the cause ${quoted(root.text)}. What is done about it?`;
  return [{ text, about: aboutOf(root) }];
}

/** Answers how long it took to be seen, whatever it names. */
const DETECTS = /\b(?:monitor\w*|alert\w*|alarms?|dashboards?|detect\w*|observab\w*)\b/i;

/** An action that names nothing that the draft tells, or that was spoken of while it was open. */
export function actionWithoutCause(matter: Matter): readonly Found[] {
  const { now, drafted, isEnglish } = matter;
  if (!isEnglish || now.endedAt === null || drafted.causes.length === 0) return [];
  const told = [
    ...drafted.causes.map((cause) => cause.claim),
    ...drafted.impact.claims,
    ...drafted.resolution.claims,
  ].map((claim) => topicOf(claim.text));
  const spoken = between(now.readings, null, now.endedAt).map((r) => r.topic);
  const story = new Set([...told, ...spoken].flatMap((topic) => [...topic]));
  const lost = drafted.actions
    .map((action, i) => ({ action, name: `A${i + 1}` }))
    .filter(
      ({ action }) =>
        !action.done && kin(ownWords(action.claim.text), story) === 0 && !DETECTS.test(action.claim.text),
    );
  const isAll = lost.length === drafted.actions.length;
  // Then the cause without an action says as much.
  if (lost.length === 0 || (isAll && causeWithoutAction(matter).length > 0)) return [];
  const list = lost.map(({ name }) => name).join(', ');
  const text =
    lost.length === 1
      ? `${list} names nothing that was spoken of while it was open. What of this incident does it answer?`
      : `${list} name nothing that was spoken of while it was open. What of this incident do they answer?`;
  return [{ text, about: aboutOf(...lost.map(({ action }) => action.claim)) }];
}
