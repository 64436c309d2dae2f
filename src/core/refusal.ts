/** The ordinary ways to say no. Their sentences are in `render/words.ts`; each says what to do next. */
export type Refusal =
  | { readonly kind: 'not-an-incident-channel' }
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'text-missing'; readonly verb: string }
  | { readonly kind: 'person-missing'; readonly verb: string }
  | { readonly kind: 'role-missing' }
  | { readonly kind: 'severity-unclear'; readonly said: string }
  | { readonly kind: 'status-unclear'; readonly said: string }
  | { readonly kind: 'time-in-future'; readonly said: string }
  | {
      readonly kind: 'time-unclear';
      readonly said: string;
      /** IANA zone of the person who is asked. */
      readonly zone: string;
      /** The moments that fit, the likelier first, each with the command that means it without doubt. */
      readonly choices: readonly { readonly at: Date; readonly command: string }[];
    }
  | { readonly kind: 'already-ended'; readonly status: 'resolved' | 'cancelled' }
  | { readonly kind: 'still-open' }
  | { readonly kind: 'no-change'; readonly what: 'status' | 'severity' | 'lead' | 'role' }
  | {
      readonly kind: 'unknown-verb';
      readonly said: string;
      readonly suggestion: string | null;
      /** All that was said. */
      readonly text: string;
      /** True where it could also be a note. */
      readonly inIncident: boolean;
    };
