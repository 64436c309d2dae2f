import type { Arguments } from './arguments.js';
import { type Answer, type Found, refuse } from './route.js';

/** One page of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

const write = (index: number): string => Buffer.from(`at:${index}`).toString('base64');
function read(cursor: string): number | null {
  const index = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  return index === undefined ? null : Number(index);
}

/** Cuts a list by the call's `limit` and `cursor`. */
export function page<T>(
  args: Arguments,
  items: readonly T[],
  usual: number,
  most: number,
  wrongLimit: Answer = refuse('invalid_arguments'),
): Found<Page<T>> {
  const limit = args.count('limit') ?? usual;
  if (Number.isNaN(limit) || limit > 1000) return { refusal: wrongLimit };
  const cursor = args.has('cursor') ? read(args.text('cursor') ?? '') : 0;
  if (cursor === null) return { refusal: refuse('invalid_cursor') };
  const size = limit === 0 ? usual : Math.min(limit, most);
  const end = cursor + size;
  return {
    is: { items: items.slice(cursor, end), nextCursor: end < items.length ? write(end) : '' },
  };
}
