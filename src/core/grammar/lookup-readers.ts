import { trimmed } from './edges.js';
import { pageAtEnd } from './numbers.js';
import { type Reader, refuse, see, textMissing, unclear, withoutCourtesy } from './reader.js';
import { subcommandNamed } from './subcommands.js';
import { suggestVerb } from './suggest.js';

const SCOPES: ReadonlyMap<string, 'open' | 'all' | 'mine'> = new Map([
  ['', 'open'],
  ['open', 'open'],
  ['active', 'open'],
  ['all', 'all'],
  ['everything', 'all'],
  ['mine', 'mine'],
  ['my', 'mine'],
  ['me', 'mine'],
]);

/** `[open|all|mine] [page N]` */
export const readList: Reader = (text) => {
  const paged = pageAtEnd(withoutCourtesy(text));
  if (!paged || paged.rest.length > 40) return unclear('list', text);
  const words = paged.rest.toLowerCase().replace(/^(?:the|of)\s+/, '');
  const scope = SCOPES.get(trimmed(words.replace(/(?:^|\s+)(?:incidents?|of them|ones)$/, '')));
  return scope ? see({ what: 'list', scope, page: paged.page }) : unclear('list', text);
};

const QUOTED = /^["“„«]([^"“”„«»]+)["”“»]$/;

/** `TEXT [page N]`; in quotation marks nothing is taken off. */
export const readFind: Reader = (text) => {
  const exact = QUOTED.exec(text)?.[1];
  if (exact !== undefined && trimmed(exact) !== '')
    return see({ what: 'find', text: trimmed(exact), page: 1 });
  const paged = pageAtEnd(text);
  if (!paged) return unclear('find', text);
  const words = trimmed(QUOTED.exec(paged.rest)?.[1] ?? paged.rest);
  return words === '' ? textMissing('find') : see({ what: 'find', text: words, page: paged.page });
};

const PERIOD =
  /^(?:(?:for|in|of|over)\s+)?(?:the\s+)?(?:last\s+|past\s+)?(\d{1,4})?\s*(d|days?|w|weeks?|m|mo|months?|q|quarters?|y|yr|years?)?$/i;
const DAYS_IN: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, q: 90, y: 365 };
const USUAL_PERIOD = 90;
const LONGEST_PERIOD = 3660;

/** `[90d]`, also `30 days`, `3 months`, `last week`; a bare number counts days. */
export const readStats: Reader = (text) => {
  const words = withoutCourtesy(text);
  if (words === '') return see({ what: 'stats', days: USUAL_PERIOD });
  const [said, amount, unit] = PERIOD.exec(words) ?? [];
  if (said === undefined || (amount === undefined && unit === undefined)) return unclear('stats', text);
  const days = Number(amount ?? 1) * (DAYS_IN[(unit ?? 'd').charAt(0).toLowerCase()] ?? 1);
  return days >= 1 && days <= LONGEST_PERIOD ? see({ what: 'stats', days }) : unclear('stats', text);
};

export const readDoctor: Reader = (text) =>
  withoutCourtesy(text) === '' ? see({ what: 'doctor' }) : unclear('doctor', text);

/** `[VERB]` */
export const readHelp: Reader = (text) => {
  const words = withoutCourtesy(text).replace(/^(?:(?:with|for|on|about)\s+)?\/?(?:incident\s+)?/i, '');
  const name = words.replace(/^[`"'*“”‘’]+|[`"'*“”‘’]+$/g, '');
  if (name === '') return see({ what: 'help', verb: null });
  const [first = ''] = name.split(/\s/, 1);
  const row = subcommandNamed(name) ?? subcommandNamed(first);
  if (row) return see({ what: 'help', verb: row.verb });
  return refuse({ kind: 'no-such-verb', said: name, suggestion: suggestVerb(first) ?? suggestVerb(name) });
};
