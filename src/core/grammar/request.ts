import type { FormAsked } from '../forms/form.js';
import type { Declaration, IncidentCommand } from '../incident/commands.js';
import type { ExportFormat } from '../postmortem/export-format.js';
import type { Refusal } from '../refusal.js';

/** What somebody wants to see. Answered by one message, seen by them alone. */
export type Show =
  | { readonly what: 'panel' }
  | { readonly what: 'status' }
  | { readonly what: 'roles' }
  | {
      readonly what: 'timeline';
      readonly scope: 'key' | 'all';
      /** Only the last so many. */
      readonly last: number | null;
      /** 1 is the newest page. */
      readonly page: number;
      /** As Markdown to copy, instead of lines with buttons. */
      readonly copy: boolean;
    }
  /** One entry with all that can be done with it. */
  | { readonly what: 'entry'; readonly code: string }
  /** Follow-ups of this incident, or everywhere those of the speaker. */
  | { readonly what: 'tasks'; readonly scope: 'open' | 'all' | 'mine'; readonly page: number }
  /** The sections of the draft, to choose one to edit. */
  | { readonly what: 'sections' }
  /** What is new in the draft against the one before. */
  | { readonly what: 'changes' }
  /** The draft's open questions. */
  | { readonly what: 'questions' }
  | { readonly what: 'list'; readonly scope: 'open' | 'all' | 'mine'; readonly page: number }
  | { readonly what: 'find'; readonly text: string; readonly page: number }
  | { readonly what: 'stats'; readonly days: number }
  | { readonly what: 'doctor' }
  /** `verb` is a main verb of the table, or null for the whole table. */
  | { readonly what: 'help'; readonly verb: string | null };

/** A command, understood. The channel of a declaration is not in its words: the caller adds it. */
export type Request =
  | { readonly kind: 'declare'; readonly declaration: Omit<Declaration, 'origin'> }
  /** Makes the channel in which it was said an incident's channel; the title is the channel's name if null. */
  | { readonly kind: 'adopt'; readonly title: string | null; readonly since: Date | null }
  | { readonly kind: 'drill'; readonly script: string | null }
  /** The postmortem as a file, in the thread of its card. */
  | { readonly kind: 'export'; readonly format: ExportFormat }
  | { readonly kind: 'change'; readonly command: IncidentCommand }
  | { readonly kind: 'show'; readonly show: Show }
  /** Too few words for a command, but enough for a form. `otherwise`: said where no form can be opened. */
  | { readonly kind: 'form'; readonly form: FormAsked; readonly otherwise: Refusal }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
