import type { FormAsked } from '../forms/form.js';
import type { IncidentCommand } from '../incident/commands.js';
import type { Refusal } from '../refusal.js';
import type { ParseContext } from './context.js';
import { trimmed } from './edges.js';
import type { Group } from './groups.js';
import type { Request, Show } from './request.js';
import type { Verb } from './subcommands.js';

/** What a reader knows besides its words. */
export interface Reading extends ParseContext {
  /** The verb or alias that was said, as the table spells it: `undone` turns the meaning of `done`. */
  readonly name: string;
  /** Groups mentioned in the command, by the handle that stands for them in the text. */
  readonly groups: readonly Group[];
}

/** Reads the arguments of one verb. `text` is plain, without blanks at its edges. */
export type Reader = (text: string, context: Reading) => Request;

export const refuse = (refusal: Refusal): Request => ({ kind: 'refused', refusal });
export const change = (command: IncidentCommand): Request => ({ kind: 'change', command });
export const see = (show: Show): Request => ({ kind: 'show', show });
export const ask = (form: FormAsked, otherwise: Refusal): Request => ({ kind: 'form', form, otherwise });

export const textMissing = (verb: Verb): Request => refuse({ kind: 'text-missing', verb });
export const unclear = (verb: string, said: string): Request =>
  refuse({ kind: 'argument-unclear', verb, said });

const COURTESY = /(?:^|[\s,]+)(?:please|pls|thanks|thx|thank you|now)[.!?]*$/i;

/** Words that ask for nothing: politeness, and punctuation at the end. For arguments that are no text. */
export function withoutCourtesy(text: string): string {
  if (text.length > 200) return text;
  return trimmed(text.replace(COURTESY, '').replace(/[.,;!?]+$/, ''));
}
