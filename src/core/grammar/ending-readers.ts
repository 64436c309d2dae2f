import { trimmed } from './edges.js';
import { numberAtStart } from './numbers.js';
import { personIn } from './people.js';
import { ask, change, type Reader, refuse, see, unclear, withoutCourtesy } from './reader.js';

/** `[TEXT]` */
export const ending =
  (kind: 'resolve' | 'reopen' | 'cancel'): Reader =>
  (text) =>
    change({ kind, text });

const OTHER =
  /^(?:(?:in)?to|with|of|as)?\s*(?:`?inc(?:ident)?[\s_#‐-―-]{0,3}|#)?(\d{1,9})`?(?:(?:[\s:,;.]+|[‐-―-]+(?=\s|$))+|$)/i;

/** `INC-N [REASON]` */
export const readMerge: Reader = (text) => {
  const match = OTHER.exec(text);
  if (!match) return refuse({ kind: 'number-missing', verb: 'merge' });
  return change({ kind: 'merge', into: Number(match[1]), text: trimmed(text.slice(match[0].length)) });
};

const STOP = /^(?:cancel|stop|undo|no|not now|keep(?:\s+(?:it\s+)?open)?|abort)[.!]*$/i;

/** `[REASON]|cancel` */
export const readClose: Reader = (text) =>
  STOP.test(text) ? change({ kind: 'keep-open' }) : change({ kind: 'close', text });

const AGAIN = /^(?:refresh|again|redraft|redo|draft|make|regenerate)?$/i;
const OWNER = /^(?:assign|owner|author)(?:\s+|[:=]\s*|$)(?:to\s+)?/i;
const EXPORT = /^(?:export|download|file|get)(?:\s+(?:as\s+)?|$)/i;
const FORMATS: ReadonlyMap<string, 'md' | 'json'> = new Map([
  ['', 'md'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['json', 'json'],
]);

/** `[refresh|assign @person|export md|json]` */
export const readPostmortem: Reader = (text, context) => {
  const words = withoutCourtesy(text);
  if (AGAIN.test(words)) return change({ kind: 'draft' });
  if (EXPORT.test(words)) {
    const format = FORMATS.get(words.replace(EXPORT, '').toLowerCase());
    return format ? { kind: 'export', format } : unclear('postmortem', text);
  }
  const person = personIn(words.replace(OWNER, ''), context.speaker);
  if (person && person.rest === '') return change({ kind: 'assign-postmortem', user: person.user });
  return OWNER.test(words) && !person
    ? refuse({ kind: 'person-missing', verb: 'postmortem' })
    : unclear('postmortem', text);
};

/** `[N] [TEXT]` */
export const readAnswer: Reader = (text) => {
  if (withoutCourtesy(text) === '') return see({ what: 'questions' });
  const found = numberAtStart(text);
  if (!found) return refuse({ kind: 'number-missing', verb: 'answer' });
  const question = String(found.number);
  return found.rest === ''
    ? ask({ name: 'answer', question }, { kind: 'text-missing', verb: 'answer' })
    : change({ kind: 'answer', question, text: found.rest });
};
