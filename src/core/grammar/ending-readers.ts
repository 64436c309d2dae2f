import type { ExportFormat } from '../postmortem/export-format.js';
import { SECTIONS } from '../postmortem/sections.js';
import { trimmed } from './edges.js';
import { numberAtStart } from './numbers.js';
import { personIn } from './people.js';
import { ask, change, type Reader, refuse, see, unclear, withoutCourtesy } from './reader.js';
import type { Request } from './request.js';

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
const CHANGES = /^(?:changes|diff|what(?:['’]s| is| has)? (?:changed|new))[.?]*$/i;
const EDIT = /^(?:edit|change|correct)(?:\s+(?:the\s+)?(.{1,40}))?$/i;
const EXPORT = /^(?:export|download|file|get)(?:\s+(?:as\s+)?|$)/i;
const FORMATS: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  ['', 'md'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['json', 'json'],
  ['html', 'html'],
  ['page', 'html'],
  ['png', 'png'],
  ['picture', 'png'],
]);

/** `[refresh|assign @person|export md|json]` */
export const readPostmortem: Reader = (text, context) => {
  const words = withoutCourtesy(text);
  if (AGAIN.test(words)) return change({ kind: 'draft' });
  if (EXPORT.test(words)) {
    const format = FORMATS.get(words.replace(EXPORT, '').toLowerCase());
    return format ? { kind: 'export', format } : unclear('postmortem', text);
  }
  if (CHANGES.test(words)) return see({ what: 'changes' });
  const edit = EDIT.exec(words);
  if (edit) return readEdit(edit[1] ?? '', text);
  const person = personIn(words.replace(OWNER, ''), context.speaker);
  if (person && person.rest === '') return change({ kind: 'assign-postmortem', user: person.user });
  return OWNER.test(words) && !person
    ? refuse({ kind: 'person-missing', verb: 'postmortem' })
    : unclear('postmortem', text);
};

/** `edit [SECTION]` */
function readEdit(said: string, text: string): Request {
  if (said === '') return see({ what: 'sections' });
  const section = SECTIONS.find((one) => one === said.toLowerCase().replace(/[\s_]+/g, '-'));
  if (!section) return unclear('postmortem', text);
  return ask({ name: 'section', section }, { kind: 'argument-unclear', verb: 'postmortem', said: text });
}

/** How a draft names a question: numbers are another's in the next draft, so that buttons say this. */
const QUESTION_ID = /^[a-z]+(?:-[a-z]+)*$/;

/** The same by the question's id, as buttons say it. */
const DECLINED = /^([a-z]+(?:-[a-z]+)*) nobody knows$/;

/** Said of a question instead of an answer. */
const NOBODY_KNOWS = /^(?:nobody knows|no one knows|unknown|no idea|not known|skip)[.!]*$/i;

/** `[N] [TEXT]` */
export const readAnswer: Reader = (text) => {
  if (withoutCourtesy(text) === '') return see({ what: 'questions' });
  const declined = DECLINED.exec(text)?.[1];
  if (declined !== undefined) return change({ kind: 'decline', question: declined });
  if (QUESTION_ID.test(text)) {
    return ask({ name: 'answer', question: text }, { kind: 'number-missing', verb: 'answer' });
  }
  const found = numberAtStart(text);
  if (!found) return refuse({ kind: 'number-missing', verb: 'answer' });
  const question = String(found.number);
  if (NOBODY_KNOWS.test(found.rest)) return change({ kind: 'decline', question });
  return found.rest === ''
    ? ask({ name: 'answer', question }, { kind: 'text-missing', verb: 'answer' })
    : change({ kind: 'answer', question, text: found.rest });
};
