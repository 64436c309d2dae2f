import type { UserId } from '../ids.js';
import { trimmed } from './edges.js';
import type { Group } from './groups.js';
import { peopleIn, personAtStart, personIn } from './people.js';
import { change, type Reader, type Reading, refuse } from './reader.js';

const ACCEPT = /^(?:accept(?:ed)?|yes|ok(?:ay)?|taken?|take it)[.!]*$/i;
const TO = /^(?:(?:the\s+)?lead\s+)?(?:over\s+)?to:?\s+/i;

/** `@person [TEXT]|accept`. A person named later in the sentence stays in it. */
export const readHandoff: Reader = (text, context) => {
  if (ACCEPT.test(text)) return change({ kind: 'accept-handoff' });
  const first = personAtStart(text.replace(TO, ''), context.speaker);
  const person = first ?? personIn(text, context.speaker);
  if (!person) return refuse({ kind: 'person-missing', verb: 'handoff' });
  return change({ kind: 'hand-off', user: person.user, text: first ? trimmed(first.rest) : text });
};

const JOINT = /^(?:[\s,;&+/]+|and\s+|to:?\s+|with\s+)+/i;
/** A dash that is tied to a word belongs to it: `--force`. */
const AFTER = /^(?:[\s:,;.]+|[‐-―-]+(?=\s|$))+/;

/**
 * `@person|@group … [REASON]`: those named first are called, and the rest is the reason. Where nobody is
 * named first, everybody named anywhere is.
 */
export const readEscalate: Reader = (text, context) => {
  const called = calledFirst(text, context);
  if (called.users.length + called.groups.length > 0)
    return change({ kind: 'escalate', ...called, text: trimmed(called.text) });
  const users = peopleIn(text, context.speaker);
  const groups = context.groups.filter((group) => text.includes(group.handle));
  if (users.length + groups.length === 0) return refuse({ kind: 'person-missing', verb: 'escalate' });
  return change({ kind: 'escalate', users, groups, text });
};

interface Called {
  readonly users: readonly UserId[];
  readonly groups: readonly Group[];
  readonly text: string;
}

function calledFirst(text: string, context: Reading): Called {
  const users = new Set<UserId>();
  const groups = new Set<Group>();
  // Groups whose handle Slack left out look all alike: each takes its turn.
  const waiting = [...context.groups];
  let rest = text;
  for (;;) {
    const words = rest.replace(JOINT, '');
    const group = waiting.find(({ handle }) => startsWithHandle(words, handle));
    const person = group ? null : personAtStart(words, context.speaker);
    if (!group && !person) break;
    if (group) {
      groups.add(group);
      if (group.handle === '@group') waiting.splice(waiting.indexOf(group), 1);
      rest = words.slice(group.handle.length);
    } else if (person) {
      users.add(person.user);
      rest = person.rest;
    }
  }
  return { users: [...users], groups: [...groups], text: rest.replace(AFTER, '') };
}

const startsWithHandle = (text: string, handle: string): boolean =>
  text.startsWith(handle) && !/^[\p{L}\p{N}_-]/u.test(text.slice(handle.length));
