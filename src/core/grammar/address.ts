import { trimmed } from './edges.js';
import { subcommandNamed, type Verb } from './subcommands.js';

/** Whom a command is meant for, and the command without that. */
export interface Address {
  /** The number of INC-4, or null where none was named. */
  readonly incident: number | null;
  readonly rest: string;
}

const NAME = '[`*_"“]{0,3}inc(?:ident)?[\\s_#‐-―−-]{0,3}(\\d{1,9})[`*_"”]{0,3}';
const END = '(?:\\s*[:,;]+|\\s+[‐-―-](?=\\s))?(?=\\s|$)';
const AT_START = new RegExp(`^(?:/incident\\s+)?${NAME}${END}`, 'i');
/** `done INC-4 2`, `task done`: the name after the verb. */
const AFTER_VERB = new RegExp(`^((?:/incident\\s+)?([\\p{L}-]{2,20})[:,]?\\s+)${NAME}${END}`, 'iu');
/** `join 4`, `join #4` */
const JOINED = /^((?:\/incident\s+)?(?:join|brief)[:,]?\s+)#?(\d{1,9})[.!]?$/i;

/** Verbs whose arguments are never free text, so that INC-4 behind them can only say which incident. */
const CLOSED: ReadonlySet<Verb> = new Set<Verb>([
  'status',
  'severity',
  'lead',
  'role',
  'roles',
  'join',
  'tasks',
  'done',
  'assign',
  'due',
  'timeline',
  'edit',
  'hide',
  'redact',
  'undo',
  'before',
  'snooze',
  'postmortem',
  'answer',
]);
/** Verbs with a text of their own: `resolve INC-4` says which, `cancel INC-4 is the same` says why. */
const WITH_TEXT: ReadonlySet<Verb> = new Set<Verb>(['resolve', 'reopen', 'cancel', 'close', 'update']);

/**
 * The incident that a command is addressed to: `INC-4 note TEXT`, `inc 4`, `INC4: resolve`, also behind a verb
 * where it can mean nothing else (`done INC-4 2`, `join INC-4`). `text` may be in Slack's form.
 */
export function readAddress(text: string): Address {
  const said = trimmed(text);
  const first = AT_START.exec(said);
  if (first) return { incident: Number(first[1]), rest: trimmed(said.slice(first[0].length)) };

  const joined = JOINED.exec(said);
  if (joined) return { incident: Number(joined[2]), rest: trimmed(joined[1] ?? '') };

  const behind = AFTER_VERB.exec(said);
  const verb = subcommandNamed(behind?.[2] ?? '')?.verb;
  if (!behind || verb === undefined) return { incident: null, rest: said };
  const after = trimmed(said.slice(behind[0].length));
  if (!CLOSED.has(verb) && !(WITH_TEXT.has(verb) && after === '')) return { incident: null, rest: said };
  return { incident: Number(behind[3]), rest: trimmed(`${behind[1] ?? ''}${after}`) };
}
