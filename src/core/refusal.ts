import type { UserId } from './ids.js';
import type { Status } from './incident/incident.js';
import type { Section } from './postmortem/sections.js';

/** The ordinary ways to say no. Their sentences are in `render/refusal-words.ts`; each says what to do next. */
export type Refusal =
  | { readonly kind: 'not-an-incident-channel' }
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'text-missing'; readonly verb: string }
  | { readonly kind: 'person-missing'; readonly verb: string }
  /** The bot itself was named: it takes no part. */
  | { readonly kind: 'person-is-bot' }
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
  | {
      readonly kind: 'no-change';
      readonly what:
        | 'status'
        | 'severity'
        | 'lead'
        | 'role'
        | 'title'
        | 'task'
        | 'entry'
        | 'owner'
        | 'draft'
        | 'closing'
        | 'kept-open';
    }
  /** A button drawn for another state than the present one: what happened meanwhile, and who did it when. */
  | {
      readonly kind: 'stale';
      readonly now: { readonly status: Status; readonly lead: UserId | null };
      readonly what: 'status' | 'lead' | 'ended';
      readonly by: UserId | null;
      readonly at: Date | null;
    }
  /** Arguments that a verb does not take: nothing is ignored in silence. */
  | { readonly kind: 'argument-unclear'; readonly verb: string; readonly said: string }
  /** `help` was asked about a command that does not exist. */
  | { readonly kind: 'no-such-verb'; readonly said: string; readonly suggestion: string | null }
  | { readonly kind: 'number-missing'; readonly verb: string }
  | { readonly kind: 'date-unclear'; readonly said: string }
  | { readonly kind: 'date-past'; readonly said: string }
  | { readonly kind: 'no-such-task'; readonly number: number; readonly open: readonly number[] }
  | { readonly kind: 'entry-missing'; readonly verb: string }
  | { readonly kind: 'no-such-entry'; readonly code: string }
  /** Two entries share that code. */
  | {
      readonly kind: 'entry-unclear';
      readonly code: string;
      /** The lines that share it, each with a longer code that names it alone. */
      readonly choices: readonly { readonly code: string; readonly text: string }[];
    }
  /** An entry that this cannot be done with: a join cannot be edited, a redacted line not undone. */
  | { readonly kind: 'entry-fixed'; readonly why: 'system' | 'redacted' | 'withdrawn' }
  | { readonly kind: 'nothing-to-undo' }
  /** Acts that everybody has seen or acted upon have a way back of their own. */
  | {
      readonly kind: 'undo-otherwise';
      readonly instead: 'update' | 'reopen' | 'resolve' | 'escalate' | 'declare';
    }
  /** Also said of a private incident that the speaker may not know of. */
  | { readonly kind: 'no-such-incident'; readonly number: number }
  | { readonly kind: 'merge-itself' }
  /** A public and a private incident are not merged: what is private would get out. */
  | { readonly kind: 'merge-privacy' }
  | { readonly kind: 'merge-ended'; readonly number: number }
  | { readonly kind: 'already-incident'; readonly number: number }
  /** The channel cannot be adopted. */
  | {
      readonly kind: 'adopt-impossible';
      readonly why: 'not-a-member' | 'archived' | 'direct' | 'unreachable';
    }
  | { readonly kind: 'no-handoff' }
  | { readonly kind: 'handoff-to-other'; readonly user: UserId }
  | { readonly kind: 'handoff-to-lead' }
  | { readonly kind: 'no-draft' }
  /** The draft has no line in that section. */
  | { readonly kind: 'section-empty'; readonly section: Section }
  | { readonly kind: 'no-such-question'; readonly said: string; readonly count: number }
  | { readonly kind: 'no-such-script'; readonly said: string; readonly scripts: readonly string[] }
  | { readonly kind: 'nothing-before' }
  | {
      readonly kind: 'unknown-verb';
      readonly said: string;
      readonly suggestion: string | null;
      /** All that was said. */
      readonly text: string;
      /** True where it could also be a note. */
      readonly inIncident: boolean;
    };
