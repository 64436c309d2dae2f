import { DAY, HOUR, MINUTE } from '../core/time/duration.js';
import { COMPLAINT, tooLong } from '../render/forms/complaints.js';
import { mostCharacters } from '../render/forms/fields.js';
import { type Named, namesMentioned } from '../render/forms/mentions.js';
import type { FormAnswers } from './form-answers.js';

/** A form that goes back to its sender: by field, what is to be put right. */
export interface SentBack {
  readonly errors: Readonly<Record<string, string>>;
}

/** Reads fields and notes for each what is wrong with it. */
export function fieldChecks(answers: FormAnswers, now: Date, named: Named) {
  const errors: Record<string, string> = {};
  return {
    complain(field: string, complaint: string): void {
      errors[field] ??= complaint;
    },
    text(field: string, need: 'required' | 'optional' = 'required'): string {
      const text = namesMentioned(answers.text(field), named);
      if (text === '' && need === 'required') errors[field] = COMPLAINT.blank;
      const most = mostCharacters(field);
      if (answers.length(field) > most) errors[field] = tooLong(most);
      return text;
    },
    /** A moment that is not ahead. Left as it was filled in (`was`, in ms), it keeps its seconds. */
    past(field: string, was: number | null): Date | null {
      const at = answers.moment(field);
      if (at === null) return null;
      if (was !== null && Math.floor(at.getTime() / MINUTE) === Math.floor(was / MINUTE))
        return new Date(was);
      // The picker knows whole minutes, and Slack's clock is not ours.
      if (at.getTime() > now.getTime() + MINUTE) errors[field] = COMPLAINT.ahead;
      return at > now ? now : at;
    },
    /** A day that is not over everywhere on earth. */
    dayToCome(field: string): string | null {
      const day = answers.day(field);
      if (day === null) return null;
      const end = new Date(`${day}T00:00:00Z`).getTime() + DAY + 12 * HOUR;
      if (end <= now.getTime()) errors[field] = COMPLAINT.dayPassed;
      return day;
    },
    passed: <T>(form: T): T | SentBack => (Object.keys(errors).length === 0 ? form : { errors }),
  };
}
