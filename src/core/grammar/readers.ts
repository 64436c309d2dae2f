import type { IncidentCommand, SettableStatus } from '../incident/commands.js';
import type { StatedKind } from '../incident/events.js';
import type { Refusal } from '../refusal.js';
import type { ParseContext } from './context.js';
import { readDeclaration } from './declaration.js';
import { trimmed } from './edges.js';
import { personIn } from './people.js';
import type { Request } from './request.js';
import { readSeverity } from './severity-words.js';
import { subcommandNamed, type Verb } from './subcommands.js';
import { closest } from './suggest.js';
import { readTask } from './task.js';
import { readTime } from './times.js';

/** Reads the arguments of one verb. `text` is plain, without blanks at its edges. */
type Reader = (text: string, context: ParseContext) => Request;

const refuse = (refusal: Refusal): Request => ({ kind: 'refused', refusal });
const change = (command: IncidentCommand): Request => ({ kind: 'change', command });

/** One reader for each verb of the table; the compiler asks for a new one with each new row. */
export const READERS: Readonly<Record<Verb, Reader>> = {
  declare(text, context) {
    const declaration = readDeclaration(text, context);
    return declaration ? { kind: 'declare', declaration } : refuse({ kind: 'title-missing' });
  },
  status: readStatus,
  severity(text) {
    if (text === '') return { kind: 'show', show: { what: 'status' } };
    const read = readSeverity(text);
    if (!read) return refuse({ kind: 'severity-unclear', said: text });
    return change({ kind: 'change-severity', to: read.severity, text: trimmed(read.reason) });
  },
  lead(text, context) {
    const person = personIn(text, context.speaker);
    return person
      ? change({ kind: 'assign-lead', user: person.user })
      : refuse({ kind: 'person-missing', verb: 'lead' });
  },
  role: readRole,
  update: (text) => (text === '' ? textMissing('update') : change({ kind: 'post-update', text })),
  note: statement('note', 'note'),
  impact: statement('impact', 'impact'),
  cause: statement('cause', 'cause'),
  trigger: statement('trigger', 'trigger'),
  fix: statement('fix', 'fix'),
  detected: moment('detected', 'detected'),
  started: moment('started', 'started'),
  suspect: statement('suspect', 'suspect'),
  'ruled-out': statement('ruled-out', 'ruled-out'),
  decide: statement('decide', 'decision'),
  task(text, context) {
    const task = readTask(text, context);
    return task.text === '' ? textMissing('task') : change({ kind: 'add-follow-up', ...task });
  },
  timeline: readTimeline,
  resolve: (text) => change({ kind: 'resolve', text }),
  reopen: (text) => change({ kind: 'reopen', text }),
  cancel: (text) => change({ kind: 'cancel', text }),
  postmortem: () => change({ kind: 'draft' }),
  list: (text) => ({
    kind: 'show',
    show: { what: 'list', scope: /^(?:mine|my|me)\b/i.test(text) ? 'mine' : 'open' },
  }),
  help: (text) => ({ kind: 'show', show: { what: 'help', verb: subcommandNamed(text)?.verb ?? null } }),
};

const textMissing = (verb: Verb): Request => refuse({ kind: 'text-missing', verb });

/** `[WHEN] TEXT` */
function statement(verb: Verb, what: StatedKind): Reader {
  return (text, context) => {
    const read = readTime(verb, text, context);
    if (!read.ok) return refuse(read.refusal);
    if (read.rest === '') return textMissing(verb);
    return change({ kind: 'state', what, text: read.rest, at: read.at });
  };
}

/** `[WHEN] [TEXT]`: here the time alone says something. */
function moment(verb: Verb, what: StatedKind): Reader {
  return (text, context) => {
    const read = readTime(verb, text, context);
    if (!read.ok) return refuse(read.refusal);
    if (read.rest === '' && read.at === null) return textMissing(verb);
    return change({ kind: 'state', what, text: read.rest, at: read.at });
  };
}

/** Words for the statuses, as people type them. */
const STATUS_WORDS: Readonly<Record<string, SettableStatus>> = {
  investigating: 'investigating',
  investigate: 'investigating',
  identified: 'identified',
  identify: 'identified',
  monitoring: 'monitoring',
  monitor: 'monitoring',
  mitigated: 'mitigated',
  mitigate: 'mitigated',
  mitigating: 'mitigated',
};
const END_WORDS: Readonly<Record<string, 'resolve' | 'cancel' | 'reopen'>> = {
  cancelled: 'cancel',
  canceled: 'cancel',
  'false alarm': 'cancel',
  reopened: 'reopen',
};
const STATUS_ARGUMENT = /^(?:(?:to|is|=)\s+)?(false[\s-]+alarm|[\p{L}-]+)(?:[:,.;!]+)?(?:\s+([\s\S]*))?$/iu;

function readStatus(text: string): Request {
  if (text === '') return { kind: 'show', show: { what: 'status' } };
  const [, said = '', more = ''] = STATUS_ARGUMENT.exec(text) ?? [];
  const word = said.toLowerCase().replace(/[\s-]+/, ' ');
  const rest = trimmed(more).replace(/^[-‐-―:]\s+/, '');
  const end = END_WORDS[word] ?? subcommandNamed(word)?.verb;
  if (end === 'resolve' || end === 'cancel' || end === 'reopen') return change({ kind: end, text: rest });
  const known = closest(word, Object.keys(STATUS_WORDS));
  const to = known === null ? undefined : STATUS_WORDS[known];
  return to
    ? change({ kind: 'change-status', to, text: rest })
    : refuse({ kind: 'status-unclear', said: text });
}

/** Other names of the lead, who is no role among others. */
const LEAD_ROLE = /^(?:lead|ic|commander|incident (?:lead|commander))$/;

/** What is longer is no name; and the patterns below stay quick. */
const LONGEST_ROLE = 80;

function readRole(text: string, context: ParseContext): Request {
  const person = personIn(text, context.speaker);
  const words = person?.rest ?? text;
  if (words.length > LONGEST_ROLE) return refuse({ kind: 'role-missing' });
  const name = words
    .toLowerCase()
    .replace(/^(?:is|as|to)\s+/, '')
    .replace(/(?:[\s:=]|\b(?:is|to)$)+$/, '')
    .replace(/\s+/g, ' ');
  if (name === '') return refuse({ kind: 'role-missing' });
  if (!person) return refuse({ kind: 'person-missing', verb: 'role' });
  if (LEAD_ROLE.test(name)) return change({ kind: 'assign-lead', user: person.user });
  return change({ kind: 'assign-role', role: name, user: person.user });
}

function readTimeline(text: string): Request {
  const number = (pattern: RegExp): number | null => {
    const found = Number(pattern.exec(text)?.[1] ?? 0);
    return Number.isSafeInteger(found) && found > 0 ? found : null;
  };
  return {
    kind: 'show',
    show: {
      what: 'timeline',
      scope: /\b(?:all|everything)\b/i.test(text) ? 'all' : 'key',
      last: number(/\blast\s+(\d+)/i) ?? number(/^(?:(?:all|key)\s+)?(\d+)/i),
      page: number(/\bpage\s+(\d+)/i) ?? 1,
    },
  };
}
