import type { SettableStatus } from '../incident/commands.js';
import { readSpan } from '../time/ago-words.js';
import { DAY, MINUTE } from '../time/duration.js';
import { trimmed } from './edges.js';
import { readNext, readTimeAhead } from './next-time.js';
import { personIn } from './people.js';
import { ask, change, type Reader, refuse, see, textMissing, unclear, withoutCourtesy } from './reader.js';
import { readSeverity } from './severity-words.js';
import { subcommandNamed } from './subcommands.js';
import { closest } from './suggest.js';

/** Words for the statuses, as people type them. */
const STATUS_WORDS: ReadonlyMap<string, SettableStatus> = new Map([
  ['investigating', 'investigating'],
  ['investigate', 'investigating'],
  ['identified', 'identified'],
  ['identify', 'identified'],
  ['monitoring', 'monitoring'],
  ['monitor', 'monitoring'],
  ['mitigated', 'mitigated'],
  ['mitigate', 'mitigated'],
  ['mitigating', 'mitigated'],
]);
const END_WORDS: ReadonlyMap<string, 'resolve' | 'cancel' | 'reopen'> = new Map([
  ['cancelled', 'cancel'],
  ['canceled', 'cancel'],
  ['false alarm', 'cancel'],
  ['reopened', 'reopen'],
]);
const STATUS_ARGUMENT = /^(?:(?:to|is|=)\s+)?(false[\s-]+alarm|[\p{L}-]+)(?:[:,.;!]+)?(?:\s+([\s\S]*))?$/iu;

export const readStatus: Reader = (text) => {
  if (text === '') return see({ what: 'status' });
  const [, said = '', more = ''] = STATUS_ARGUMENT.exec(text) ?? [];
  const word = said.toLowerCase().replace(/[\s-]+/, ' ');
  const rest = trimmed(more).replace(/^[-‐-―:]\s+/, '');
  const end = END_WORDS.get(word) ?? subcommandNamed(word)?.verb;
  if (end === 'resolve' || end === 'cancel' || end === 'reopen') return change({ kind: end, text: rest });
  const known = closest(word, [...STATUS_WORDS.keys()]);
  const to = known === null ? undefined : STATUS_WORDS.get(known);
  return to
    ? change({ kind: 'change-status', to, text: rest })
    : refuse({ kind: 'status-unclear', said: text });
};

export const readSeverityCommand: Reader = (text) => {
  if (text === '') return see({ what: 'status' });
  const read = readSeverity(text);
  if (!read) return refuse({ kind: 'severity-unclear', said: text });
  return change({ kind: 'change-severity', to: read.severity, text: trimmed(read.reason) });
};

export const readLead: Reader = (text, context) => {
  const person = personIn(text, context.speaker);
  return person
    ? change({ kind: 'assign-lead', user: person.user })
    : refuse({ kind: 'person-missing', verb: 'lead' });
};

/** Other names of the lead, who is no role among others. */
const LEAD_ROLE = /^(?:lead|ic|commander|incident (?:lead|commander))$/;

/** What is longer is no name; and the patterns below stay quick. */
const LONGEST_ROLE = 80;

export const readRole: Reader = (text, context) => {
  const person = personIn(text, context.speaker);
  const words = person?.rest ?? text;
  if (words.length > LONGEST_ROLE) return refuse({ kind: 'role-missing' });
  const name = words
    .toLowerCase()
    .replace(/^(?:is|as|to)\s+/, '')
    .replace(/(?:[\s:=]|\b(?:is|to)$)+$/, '')
    .replace(/\s+/g, ' ')
    // Slack's emphasis, and names such as `__proto__` that mean something else to a program.
    .replace(/^[_*"'`]+|[_*"'`]+$/g, '');
  if (name === '') return refuse({ kind: 'role-missing' });
  if (!person) return refuse({ kind: 'person-missing', verb: 'role' });
  if (LEAD_ROLE.test(name)) return change({ kind: 'assign-lead', user: person.user });
  return change({ kind: 'assign-role', role: name, user: person.user });
};

/** `roles comms @maya` is a slip of one letter. */
export const readRoles: Reader = (text, context) => {
  if (withoutCourtesy(text) === '') return see({ what: 'roles' });
  return personIn(text, context.speaker) ? readRole(text, context) : unclear('roles', text);
};

const TITLE_INTRO = /^to:?\s+(?=\S)/i;

export const readRename: Reader = (text) => {
  const title = text.replace(TITLE_INTRO, '');
  return title === '' ? textMissing('rename') : change({ kind: 'rename', title });
};

export const readUpdate: Reader = (text, context) => {
  if (text === '') return ask({ name: 'update' }, { kind: 'text-missing', verb: 'update' });
  const { nextAt, rest } = readNext(text, context);
  if (rest === '') return textMissing('update');
  return change({ kind: 'post-update', text: rest, nextAt, status: null });
};

const OFF = /^(?:off|stop|never|none|no)$/i;
const ON = /^(?:on|again|resume)$/i;
const USUAL_SNOOZE = 30 * MINUTE;
/** Whoever wants silence for longer can say `off`. */
const LONGEST_SNOOZE = 7 * DAY;

/** `[30m|until 15:00|off|on]` */
export const readSnooze: Reader = (text, context) => {
  const words = withoutCourtesy(text).replace(/^(?:reminders?\s+|me\s+)+/i, '');
  const until = (ms: number) => change({ kind: 'snooze', until: new Date(context.now.getTime() + ms) });
  if (words === '') return until(USUAL_SNOOZE);
  if (OFF.test(words)) return change({ kind: 'snooze', until: null });
  if (ON.test(words)) return until(0);
  const said = words.replace(/^(?:for|in)\s+/i, '');
  const span = readSpan(said) ?? readSpan(`${said}m`);
  if (span && span.length >= said.length && span.ms > 0)
    return span.ms <= LONGEST_SNOOZE ? until(span.ms) : unclear('snooze', text);
  const ahead = readTimeAhead(words.replace(/^(?:until|till|at)\s+/i, ''), context);
  return ahead ? change({ kind: 'snooze', until: ahead }) : unclear('snooze', text);
};
