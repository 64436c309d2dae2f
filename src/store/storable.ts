const LONE_SURROGATE = /\p{Surrogate}/u;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * The value with U+FFFD for what PostgreSQL's text and json cannot hold: NUL, and half a surrogate pair (an
 * emoji that somebody cut in two). The very same value when there is nothing to replace.
 */
export function storable<T>(value: T): T {
  // The cast holds because only the characters of strings change, never the shape around them.
  return isStorable(value) ? value : (replaced(value) as T);
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !LONE_SURROGATE.test(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.entries(value).every(([name, part]) => isStorable(name) && isStorable(part));
}

function replaced(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD').replace(LONE_SURROGATES, '\uFFFD');
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(replaced);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [replaced(name), replaced(part)] as const),
  );
}
