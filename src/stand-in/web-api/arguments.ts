import { z } from 'zod';
import type { Fields } from '../world.js';

/** The arguments of a call, whether they came as a form (all text) or as JSON. */
export interface Arguments {
  readonly given: Fields;
  has(name: string): boolean;
  /** Null when it is absent; may be empty. */
  text(name: string): string | null;
  flag(name: string): boolean;
  /** Null when absent, NaN when it is no number. */
  count(name: string): number | null;
  /** A structure, sent as it is or as a JSON string. `unreadable` when it is neither. */
  structure(
    name: string,
  ): { readonly kind: 'absent' | 'unreadable' } | { readonly kind: 'read'; readonly value: unknown };
}

export const AnyFields = z.record(z.string(), z.unknown());
export const ListOfFields = z.array(AnyFields);

export function readArguments(given: Fields): Arguments {
  const text = (name: string) => {
    const value = given[name];
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
  };
  return {
    given,
    has: (name) => given[name] !== undefined && given[name] !== null && given[name] !== '',
    text,
    flag: (name) => ['true', '1'].includes(text(name) ?? ''),
    count(name) {
      const value = text(name);
      if (value === null || value === '') return null;
      return /^\d+$/.test(value) ? Number(value) : Number.NaN;
    },
    structure(name) {
      const value = given[name];
      if (value === undefined || value === null || value === '') return { kind: 'absent' };
      if (typeof value !== 'string') return { kind: 'read', value };
      try {
        return { kind: 'read', value: JSON.parse(value) };
      } catch {
        return { kind: 'unreadable' };
      }
    },
  };
}

/** Body and query of a request as arguments; null when the body cannot be read. The token is kept apart. */
export function readRequest(
  url: URL,
  contentType: string,
  body: string,
): { readonly args: Arguments; readonly token: string | null } | null {
  const fields = new Map<string, unknown>(url.searchParams);
  if (contentType.includes('application/json')) {
    const parsed = AnyFields.safeParse(readJson(body === '' ? '{}' : body));
    if (!parsed.success) return null;
    for (const [name, value] of Object.entries(parsed.data)) fields.set(name, value);
  } else {
    for (const [name, value] of new URLSearchParams(body)) fields.set(name, value);
  }
  const token = fields.get('token');
  fields.delete('token');
  return {
    args: readArguments(Object.fromEntries(fields)),
    token: typeof token === 'string' ? token : null,
  };
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
