import { readDue } from '../time/due.js';
import type { Day } from './model.js';

const ISO = /(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)/;
/** How other languages say `by`. */
const BY =
  /(?<!\p{L})(?:bis(?: zum)?|avant(?: le)?|d'ici(?: le| au)?|hasta(?: el)?|antes d[eo]l?|para el|at[ée](?: o| dia)?|entro(?: il)?)\s+(?=\d|\p{Lu}|\p{L}{3,9} \d)/giu;
const MONTHS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:januar|janvier|enero|janeiro|gennaio)\b/giu, 'January'],
  [/\b(?:februar|f[ée]vrier|febrero|fevereiro|febbraio)\b/giu, 'February'],
  [/(?<!\p{L})(?:m(?:ä|ae)rz|mars|marzo|mar[çc]o)(?!\p{L})/giu, 'March'],
  [/(?<!\p{L})(?:avril|abril|aprile)(?!\p{L})/giu, 'April'],
  [/(?<!\p{L})(?:mai|mayo|maio|maggio)(?!\p{L})/giu, 'May'],
  [/(?<!\p{L})(?:juni|juin|junio|junho|giugno)(?!\p{L})/giu, 'June'],
  [/(?<!\p{L})(?:juli|juillet|julio|julho|luglio)(?!\p{L})/giu, 'July'],
  [/(?<!\p{L})(?:ao[ûu]t|agosto)(?!\p{L})/giu, 'August'],
  [/(?<!\p{L})(?:septembre|septiembre|setembro|settembre)(?!\p{L})/giu, 'September'],
  [/(?<!\p{L})(?:oktober|octobre|octubre|outubro|ottobre)(?!\p{L})/giu, 'October'],
  [/(?<!\p{L})(?:novembre|noviembre|novembro)(?!\p{L})/giu, 'November'],
  [/(?<!\p{L})(?:dezember|d[ée]cembre|diciembre|dezembro|dicembre)(?!\p{L})/giu, 'December'],
];

/** The day by which a text promises something: `by July 31`, `bis 30. November`, `2019-08-30まで`; null where it names none. */
export function promisedDay(text: string, said: Date, zone: string): Day | null {
  const about = { now: said, zone };
  const { due } = readDue(text, about);
  if (due !== null) return due;
  const iso = ISO.exec(text)?.[1];
  if (iso !== undefined) return readDue(`by ${iso}`, about).due;
  const english = MONTHS.reduce((words, [month, name]) => words.replace(month, name), text.replace(BY, 'by '))
    .replace(/(\d{1,2})\.(?= \p{L})/gu, '$1')
    .replace(/(\d{1,2}) de (?=\p{Lu})/gu, '$1 ');
  return readDue(english, about).due;
}

const DATE = String.raw`(?:\d{4}-\d\d-\d\d|\d{1,2}\.?(?: de)? \p{L}{3,10}(?: (?:de )?\d{4})?|\p{L}{3,10} \d{1,2}(?:,? \d{4})?)`;
const PROMISE = new RegExp(
  String.raw`[\s,;、，(（–—-]{0,4}(?:(?<!\p{L})(?:bis(?: zum)?|avant(?: le)?|d'ici(?: le| au)?|hasta(?: el)?|antes d[eo]l?|para el|at[ée](?: o| dia)?|entro(?: il)?)\s+${DATE}|(?<!\d)\d{4}-\d\d-\d\d(?:\s*(?:まで(?:に)?|之前|前))|(?:截止|在)\s*\d{4}-\d\d-\d\d(?:\s*(?:之前|前))?)\s*[)）]?`,
  'iu',
);

/** The text without the words, in another language than English, that `promisedDay` read the day from. */
export function withoutPromisedDay(text: string): string {
  const rest = text.replace(PROMISE, ' ').replace(/\s+/g, ' ').trim();
  return /\p{L}{2}/u.test(rest) ? rest : text;
}
