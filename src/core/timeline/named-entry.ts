import type { TimelineEntry } from './entry.js';
import { hasCode, wholeEntryCode } from './entry-code.js';

/** What a code names: one entry, none, or several of which a longer code names one. */
export type NamedEntry =
  | { readonly kind: 'one'; readonly entry: TimelineEntry }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'several';
      readonly choices: readonly { readonly code: string; readonly text: string }[];
    };

export function namedBy(code: string, entries: readonly TimelineEntry[]): NamedEntry {
  const [entry, ...others] = entries.filter(({ id }) => hasCode(id, code));
  if (!entry) return { kind: 'none' };
  if (others.length === 0) return { kind: 'one', entry };
  return {
    kind: 'several',
    choices: [entry, ...others].map(({ id, text }) => ({ code: wholeEntryCode(id), text })),
  };
}
