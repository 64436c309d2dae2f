/** Every key of a JSON value as a path, `.messages[].files[].id`; not inside the keys named in `open`. */
export function keysOf(value: unknown, open: readonly string[], prefix = ''): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => keysOf(item, open, `${prefix}[]`)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = `${prefix}.${key}`;
    return open.includes(key) ? [path] : [path, ...keysOf(inner, open, path)];
  });
}
