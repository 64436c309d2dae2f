import type { Form } from '../../core/forms/form.js';
import { INPUT_TEXT } from '../limits.js';

/**
 * Names of the fields of all forms: `block_id` and `action_id` of their inputs, under which Slack hands in the
 * answers and takes our complaints. Said here for those who draw a form and those who read it.
 */
export const FIELD = {
  title: 'title',
  severity: 'severity',
  startedAt: 'started-at',
  impact: 'impact',
  privacy: 'privacy',
  text: 'text',
  status: 'status',
  nextIn: 'next-in',
  owner: 'owner',
  due: 'due',
  what: 'what',
  at: 'at',
} as const;

/** Slack groups at most ten checkboxes, so the messages of `before` stand in several fields: `keep:0`, `keep:1`. */
export const keepField = (group: number): string => `keep:${group}`;

const LINE = 'line:';

/** One line of the draft: the claim's id is part of the name, since Slack hands it back with the answer. */
export const lineField = (claim: string): string => `${LINE}${claim}`;

/** The claim of such a field, or null for any other field. */
export const claimOfField = (field: string): string | null =>
  field.startsWith(LINE) ? field.slice(LINE.length) : null;

/** Of the one checkbox in `FIELD.privacy`. */
export const PRIVATE = 'private';

/** What can be chosen in `FIELD.nextIn`, in minutes. */
export const NEXT_IN = [15, 30, 60, 120] as const;

/** More is a description, not a title. */
const TITLE = 250;

/** The most characters that a text field takes. */
export const mostCharacters = (field: string): number => (field === FIELD.title ? TITLE : INPUT_TEXT);

/** The field under which we say why a form as a whole was not taken. */
export function mainField(name: Form['name']): string {
  switch (name) {
    case 'declare':
      return FIELD.title;
    case 'update':
    case 'task':
    case 'statement':
    case 'edit':
    case 'answer':
      return FIELD.text;
    case 'before':
      return keepField(0);
    case 'section':
      return lineField('');
  }
}

const FORM_NAMES = [
  'declare',
  'update',
  'task',
  'statement',
  'edit',
  'answer',
  'before',
  'section',
] as const satisfies readonly Form['name'][];

const CALLBACK = 'form:';

/** `callback_id` of a form's view. */
export const formCallback = (name: Form['name']): string => `${CALLBACK}${name}`;

/** The form of a view with that `callback_id`, or null when it is none of ours. */
export function formOfCallback(callbackId: string): Form['name'] | null {
  return FORM_NAMES.find((name) => formCallback(name) === callbackId) ?? null;
}
