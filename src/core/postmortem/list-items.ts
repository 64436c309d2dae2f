import { beginningOf } from './quote.js';

/** A longer list is no list of things to do. */
const MOST = 40;
const LIMIT = 8000;
const BULLET = /^\s*(?:[-*•‣◦–→]|\[[ xX]?\])\s+(\S.*)$/u;
const NUMBER = /(?:^|\s)\(?(\d{1,2})[.)]\s+(?=\S)/gu;

/**
 * The items of a list in a message: bullets at the start of lines, numbers at the start of lines or counting up
 * within one ("1. … 2. …"). A dash or a number in the middle of a sentence makes no list.
 */
export function listItems(text: string): readonly string[] {
  return beginningOf(text, LIMIT)
    .split('\n')
    .flatMap((line) => {
      const bullet = BULLET.exec(line)?.[1];
      return bullet === undefined ? numberedItems(line) : [bullet.trim()];
    })
    .filter((item) => /[\p{L}\p{N}]/u.test(item))
    .slice(0, MOST);
}

function numberedItems(line: string): readonly string[] {
  const marks: { readonly from: number; readonly to: number; readonly number: number }[] = [];
  for (const match of line.matchAll(NUMBER)) {
    const last = marks.at(-1);
    const isFirst = last === undefined && line.slice(0, match.index).trim() === '';
    const number = Number(match[1]);
    if (!isFirst && number !== (last?.number ?? Number.NaN) + 1) {
      if (last !== undefined || number !== 1) continue;
    }
    marks.push({ from: match.index, to: match.index + match[0].length, number });
  }
  const first = marks[0];
  if (first === undefined || (marks.length < 2 && line.slice(0, first.from).trim() !== '')) return [];
  return marks.map((mark, i) => line.slice(mark.to, marks[i + 1]?.from ?? line.length).trim());
}

/** Counts two or more things in one text: a list, not a statement. */
export const isList = (text: string): boolean => (text.match(/(?:^|\s)\d{1,2}[.)]\s/g) ?? []).length >= 2;
