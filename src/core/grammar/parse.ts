import { plainText } from '../slack-text.js';
import type { ParseContext } from './context.js';
import { trimmed } from './edges.js';
import { groupsIn } from './groups.js';
import { READERS } from './readers.js';
import type { Request } from './request.js';
import type { KnownSubcommand } from './subcommands.js';
import { spelled, subcommandNamed } from './subcommands.js';
import { suggestVerb } from './suggest.js';

export type { ParseContext } from './context.js';
export type { Request, Show } from './request.js';

/**
 * What `text`, everything after `/incident` in Slack's form, asks for. Never throws, never ignores a word.
 * Which incident it is meant for was read before, see `readAddress`.
 */
export function parse(text: string, context: ParseContext): Request {
  const plain = trimmed(plainText(text).replace(/^\s*\/incident(?=\s|$)/i, ''));
  if (plain === '') return { kind: 'show', show: { what: 'panel' } };

  const found = findCommand(unwrapped(plain)) ?? findCommand(plain);
  if (!found || (context.inIncident && asksWhetherItIsOver(plain, found))) {
    return unknownVerb(plain, context.inIncident);
  }
  const { subcommand, name, rest } = found;
  if (/^(?:--help|-h)$/i.test(rest)) {
    return { kind: 'show', show: { what: 'help', verb: subcommand.verb } };
  }
  if (subcommand.needsIncident && !context.inIncident) {
    return { kind: 'refused', refusal: { kind: 'not-an-incident-channel' } };
  }
  return READERS[subcommand.verb](rest, { ...context, name, groups: groupsIn(text) });
}

interface FoundVerb {
  readonly subcommand: KnownSubcommand;
  /** The verb or alias that was said. */
  readonly name: string;
  readonly rest: string;
}

const ENDING: ReadonlySet<string> = new Set(['resolve', 'cancel', 'close']);

/** `resolved?` is a question. What is over by a slip is over for everybody. */
const asksWhetherItIsOver = (plain: string, { subcommand, rest }: FoundVerb): boolean =>
  rest === '' && ENDING.has(subcommand.verb) && /[?？]$/.test(plain);

const findCommand = (plain: string): FoundVerb | null => severityAlone(plain) ?? findVerb(plain);

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
  ['`', '`'],
  ['*', '*'],
  ['_', '_'],
]);

/** `"note it is back"` without the marks around it; `"note" it is back` and `note "back"` stay as they are. */
function unwrapped(plain: string): string {
  const open = plain.charAt(0);
  const close = CLOSING.get(open);
  if (close === undefined || plain.length < 3 || !plain.endsWith(close)) return plain;
  const inner = plain.slice(1, -1);
  const [word = ''] = inner.split(/\s/, 1);
  return word.includes(close) || word.includes(open) ? plain : trimmed(inner);
}

/** `sev1 REASON`, `SEV-1`, `p1`: the severity itself as the verb. */
function severityAlone(plain: string): FoundVerb | null {
  const match = /^(?:sev(?:erity)?|p)[-_:=#]?(\d+)(?=$|[\s:,.;?!])/i.exec(plain);
  const subcommand = subcommandNamed('severity');
  if (!match || !subcommand) return null;
  return { subcommand, name: 'severity', rest: `${match[1]}${plain.slice(match[0].length)}` };
}

/** The verb is the first word, or the first two (`false alarm`, `ruled out`). */
function findVerb(plain: string): FoundVerb | null {
  for (const pattern of [/^(\S+\s+\S+)(?:\s+([\s\S]*))?$/, /^(\S+)(?:\s+([\s\S]*))?$/]) {
    const [, words = '', rest = ''] = pattern.exec(plain) ?? [];
    const found = words === '' ? null : named(bareWord(words), rest);
    if (found) return found;
  }
  // `note:restarted`: a colon without a space.
  const [, word = '', rest = ''] = /^([\p{L}-]+):([\s\S]+)$/u.exec(plain) ?? [];
  return word === '' ? null : named(word, rest);
}

function named(said: string, rest: string): FoundVerb | null {
  const subcommand = subcommandNamed(said);
  return subcommand ? { subcommand, name: spelled(said), rest: trimmed(rest) } : null;
}

/** Longer than any verb, and long enough to make patterns slow. */
const TOO_LONG_FOR_A_VERB = 40;

/** A word without the punctuation and quotes that people and phones put around it. */
const bareWord = (word: string): string =>
  word.length > TOO_LONG_FOR_A_VERB ? word : word.replace(/^["'“”„‘’«»`*_!-]+|["'“”‘’«»`*_:,;.!?]+$/g, '');

/** Free text: perhaps a slip of the finger, perhaps a title, perhaps a note. The reply offers all three. */
function unknownVerb(plain: string, inIncident: boolean): Request {
  const [word = ''] = plain.split(/\s/, 1);
  const [twoWords = ''] = /^\S+\s+\S+/.exec(plain) ?? [];
  const suggestion =
    suggestVerb(bareWord(word)) ??
    (twoWords === '' ? null : suggestVerb(bareWord(twoWords).replace(/\s+/, '-')));
  return {
    kind: 'refused',
    refusal: { kind: 'unknown-verb', said: word, suggestion, text: plain, inIncident },
  };
}
