import type { UserId } from '../ids.js';
import { readDue } from '../time/due.js';
import type { ParseContext } from './context.js';
import { trimmed } from './edges.js';
import { personAtEnd, personAtStart } from './people.js';

export interface Task {
  readonly text: string;
  readonly owner: UserId | null;
  /** `YYYY-MM-DD` */
  readonly due: string | null;
}

/**
 * `TEXT [@owner] [by DATE]` in any order. A mention at the end, else at the start, is the owner; others are
 * part of the text, and so is what cannot be read as a date.
 */
export function readTask(text: string, context: ParseContext): Task {
  const { due, rest } = readDue(text, { now: context.now, zone: context.incidentZone });
  const owner = personAtEnd(rest, context.speaker) ?? personAtStart(rest, context.speaker);
  return { text: trimmed(owner?.rest ?? rest), owner: owner?.user ?? null, due };
}
