import { plainText } from '../slack-text.js';
import type { ParseContext } from './context.js';
import { trimmed } from './edges.js';
import { READERS } from './readers.js';
import type { Request } from './request.js';
import type { KnownSubcommand } from './subcommands.js';
import { subcommandNamed } from './subcommands.js';
import { suggestVerb } from './suggest.js';

export type { ParseContext } from './context.js';
export type { Request, Show } from './request.js';

/** What `text`, everything after `/incident` in Slack's form, asks for. Never throws, never ignores a word. */
export function parse(text: string, context: ParseContext): Request {
  const plain = trimmed(plainText(text).replace(/^\s*\/incident(?=\s|$)/i, ''));
  if (plain === '') return { kind: 'show', show: { what: 'panel' } };

  const severity = severityAlone(plain);
  const found = severity ?? findVerb(plain);
  if (!found) return unknownVerb(plain, context.inIncident);
  if (/^(?:--help|-h)$/i.test(found.rest)) {
    return { kind: 'show', show: { what: 'help', verb: found.subcommand.verb } };
  }
  if (found.subcommand.needsIncident && !context.inIncident) {
    return { kind: 'refused', refusal: { kind: 'not-an-incident-channel' } };
  }
  return READERS[found.subcommand.verb](found.rest, context);
}

interface FoundVerb {
  readonly subcommand: KnownSubcommand;
  readonly rest: string;
}

/** `sev1 REASON`, `SEV-1`, `p1`: the severity itself as the verb. */
function severityAlone(plain: string): FoundVerb | null {
  const match = /^(?:sev(?:erity)?|p)[-_:=#]?(\d+)(?=$|[\s:,.;?!])/i.exec(plain);
  const subcommand = subcommandNamed('severity');
  if (!match || !subcommand) return null;
  return { subcommand, rest: `${match[1]}${plain.slice(match[0].length)}` };
}

/** The verb is the first word, or the first two (`false alarm`, `ruled out`). */
function findVerb(plain: string): FoundVerb | null {
  for (const pattern of [/^(\S+\s+\S+)(?:\s+([\s\S]*))?$/, /^(\S+)(?:\s+([\s\S]*))?$/]) {
    const [, words = '', rest = ''] = pattern.exec(plain) ?? [];
    const subcommand = words === '' ? null : subcommandNamed(bareWord(words));
    if (subcommand) return { subcommand, rest: trimmed(rest) };
  }
  // `note:restarted`: a colon without a space.
  const [, word = '', rest = ''] = /^([\p{L}-]+):([\s\S]+)$/u.exec(plain) ?? [];
  const subcommand = word === '' ? null : subcommandNamed(word);
  return subcommand ? { subcommand, rest: trimmed(rest) } : null;
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
