import { z } from 'zod';
import { VIEW_METADATA } from '../limits.js';

const Stamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const Message = z.object({ channel: z.string(), ts: Stamp, threadTs: Stamp.nullable() });

const Memory = z.object({
  /** Number of the incident; null for a form that declares one. */
  incident: z.number().int().positive().nullable(),
  /** Where the form was opened, or null (App Home). */
  channel: z.string().nullable(),
  thread: z.string().nullable(),
  /** Where Slack takes an answer to the command that opened the form. */
  answerUrl: z.string().nullable(),
  /** Statement: the message that it is made from. */
  message: Message.nullable(),
  /** The moment that was filled in, in ms: the picker knows minutes only. */
  at: z.number().nullable(),
  /** Edit: the entry. */
  entry: z.string().nullable(),
  /** Edit: the field was left empty, since the text is too long for it or there is none; empty changes nothing. */
  isTextOptional: z.boolean(),
  /** Names that stand for mentions in the text as it was filled in: name to id. */
  named: z.record(z.string(), z.string().regex(/^[UW][A-Z0-9]{1,30}$/)),
  /** Section of the draft whose lines are edited. */
  section: z.string().nullable().default(null),
  /** Answer: the question. */
  question: z.string().nullable(),
});

/** What a form carries along unseen, in `private_metadata`, and what it had been filled in with. */
export type FormMemory = z.infer<typeof Memory>;

export const NOTHING_REMEMBERED: FormMemory = {
  incident: null,
  channel: null,
  thread: null,
  answerUrl: null,
  message: null,
  at: null,
  entry: null,
  isTextOptional: false,
  named: {},
  section: null,
  question: null,
};

/** As Slack keeps it. Throws a RangeError above Slack's limit; then an id is longer than any of Slack's. */
export function memoryText(memory: FormMemory): string {
  const text = JSON.stringify(memory);
  if (text.length > VIEW_METADATA) throw new RangeError(`A form remembers ${text.length} characters`);
  return text;
}

/** What was remembered, or null for anything that we did not write. */
export function readMemory(text: string): FormMemory | null {
  if (text.length > VIEW_METADATA) return null;
  try {
    return Memory.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
