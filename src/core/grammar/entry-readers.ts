import { codeAtStart, nearCode } from './codes.js';
import { ask, change, type Reader, refuse, see, unclear, withoutCourtesy } from './reader.js';
import type { Request } from './request.js';
import type { Verb } from './subcommands.js';
import { readTime } from './times.js';

/** Nothing useful is longer, and patterns stay quick. */
const LONGEST_ARGUMENTS = 120;

interface TimelineWords {
  scope: 'key' | 'all';
  last: number | null;
  page: number;
  copy: boolean;
}

/** Each of them takes one argument off the start of the text, and notes what it says. */
const TIMELINE_WORDS: readonly (readonly [RegExp, (words: TimelineWords, said: string) => void])[] = [
  [/^(?:all|everything|full)\b/i, (words) => Object.assign(words, { scope: 'all' })],
  [/^(?:key|short)\b/i, (words) => Object.assign(words, { scope: 'key' })],
  [/^(?:copy|markdown|md)\b/i, (words) => Object.assign(words, { copy: true })],
  [/^page\s+([1-9]\d{0,4})\b/i, (words, said) => Object.assign(words, { page: Number(said) })],
  [/^(?:last\s+)?([1-9]\d{0,4})\b/i, (words, said) => Object.assign(words, { last: Number(said) })],
  [/^(?:as|to|entries|entry|lines?|the|please)\b/i, () => undefined],
];

/** `[all|key] [last N] [page N] [copy]` in any order, or the ID of one line. */
export const readTimeline: Reader = (text) => {
  const words: TimelineWords = { scope: 'key', last: null, page: 1, copy: false };
  if (text.length > LONGEST_ARGUMENTS) return unclear('timeline', text);
  let rest = withoutCourtesy(text);
  const one = /^(?:key|all|last|page|md)$/i.test(rest) ? null : codeAtStart(rest);
  if (one && one.rest === '') return see({ what: 'entry', code: one.code });
  while (rest !== '') {
    const found = TIMELINE_WORDS.find(([pattern]) => pattern.test(rest));
    if (!found) return unclear('timeline', text);
    const [said = '', argument = ''] = found[0].exec(rest) ?? [];
    found[1](words, argument);
    rest = rest.slice(said.length).replace(/^[\s,]+/, '');
  }
  return see({ what: 'timeline', ...words });
};

/** A line that was not named, or by a code that none can have. */
function noCode(verb: Verb | 'unhide', text: string): Request {
  const near = nearCode(text);
  return refuse(near === null ? { kind: 'entry-missing', verb } : { kind: 'no-such-entry', code: near });
}

/** `ID [WHEN] [TEXT]`; the ID alone opens the form. */
export const readEdit: Reader = (text, context) => {
  const found = codeAtStart(text);
  if (!found) return noCode('edit', text);
  const { code } = found;
  if (found.rest === '') return ask({ name: 'edit', code }, { kind: 'text-missing', verb: 'edit' });
  const read = readTime(`edit ${code}`, found.rest, context);
  if (!read.ok) return refuse(read.refusal);
  return change({ kind: 'correct-entry', code, text: read.rest === '' ? null : read.rest, at: read.at });
};

/** `hide ID`, `unhide ID` */
export const readHide: Reader = (text, context) => {
  const isHidden = context.name !== 'unhide';
  const found = codeAtStart(text);
  if (!found) return noCode(isHidden ? 'hide' : 'unhide', text);
  if (withoutCourtesy(found.rest) !== '') return unclear(context.name, found.rest);
  return change({ kind: 'hide-entry', code: found.code, hidden: isHidden });
};

export const readRedact: Reader = (text) => {
  const found = codeAtStart(text);
  if (!found) return noCode('redact', text);
  if (withoutCourtesy(found.rest) !== '') return unclear('redact', found.rest);
  return change({ kind: 'redact-entry', code: found.code });
};

const LAST = /^(?:(?:the|my)\s+)?(?:last(?:\s+one)?|it|that|this)?$/i;

export const readUndo: Reader = (text) => {
  const words = withoutCourtesy(text);
  if (LAST.test(words)) return change({ kind: 'undo', code: null });
  const found = codeAtStart(words);
  if (found && found.rest === '') return change({ kind: 'undo', code: found.code });
  const near = nearCode(words);
  return near === null ? unclear('undo', text) : refuse({ kind: 'no-such-entry', code: near });
};

const KEEP = /^(?:keep\s+)?(?:all|everything|them all|keep|yes)$/i;
const REMOVE = /^(?:(?:keep\s+)?(?:none|nothing)|(?:remove|drop|hide)(?:\s+(?:all|everything|them))?|no)$/i;

/** `all` hides none of what was offered, `none` all there is. */
export const readBefore: Reader = (text) => {
  const words = withoutCourtesy(text);
  if (words === '') return ask({ name: 'before' }, { kind: 'text-missing', verb: 'before' });
  if (KEEP.test(words)) return change({ kind: 'choose-before', keep: [], offered: [] });
  if (REMOVE.test(words)) return change({ kind: 'choose-before', keep: [], offered: null });
  return unclear('before', text);
};
