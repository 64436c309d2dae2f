import type { Declaration, IncidentCommand } from '../incident/commands.js';
import type { Refusal } from '../refusal.js';

/** What somebody wants to see. Answered by one message, seen by them alone. */
export type Show =
  | { readonly what: 'panel' }
  | { readonly what: 'status' }
  | {
      readonly what: 'timeline';
      readonly scope: 'key' | 'all';
      /** Only the last so many. */
      readonly last: number | null;
      /** 1 is the newest page. */
      readonly page: number;
    }
  | { readonly what: 'list'; readonly scope: 'open' | 'mine' }
  /** `verb` is a main verb of the table, or null for the whole table. */
  | { readonly what: 'help'; readonly verb: string | null };

/** A command, understood. The channel of a declaration is not in its words: the caller adds it. */
export type Request =
  | { readonly kind: 'declare'; readonly declaration: Omit<Declaration, 'origin'> }
  | { readonly kind: 'change'; readonly command: IncidentCommand }
  | { readonly kind: 'show'; readonly show: Show }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
