import type { CommandButton } from './blocks.js';

/** Lines on a page of a list: more would not be read at 3 a.m. */
export const PER_PAGE = 10;

/** Buttons to the pages beside this one; `command` is what shows the first page. */
export function pageButtons(command: string, page: number, total: number): readonly CommandButton[] {
  const pages = Math.ceil(total / PER_PAGE);
  return [
    ...(page > 1 ? [{ label: 'Previous page', command: `${command} page ${page - 1}` }] : []),
    ...(page < pages ? [{ label: 'Next page', command: `${command} page ${page + 1}` }] : []),
  ];
}

/** `, 11 to 20 of 43`; empty where one page shows all. */
export function placeInPages(page: number, shown: number, total: number): string {
  if (total <= shown) return '';
  const before = (page - 1) * PER_PAGE;
  return shown === 0 ? `, page ${page} is empty` : `, ${before + 1} to ${before + shown} of ${total}`;
}
