import { z } from 'zod';

const Instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'is not an instant');

/** One thing that happens in a scenario. `by` is a cast key; bots have a `name` instead. */
const Happening = z.object({
  at: Instant,
  do: z.enum([
    'command',
    'message',
    'reply',
    'edit',
    'delete',
    'pin',
    'unpin',
    'react',
    'unreact',
    'file',
    'join',
    'bot_message',
  ]),
  by: z.string().optional(),
  ref: z.string().optional(),
  to: z.string().optional(),
  target: z.string().optional(),
  emoji: z.string().optional(),
  name: z.string().optional(),
  text: z.string().optional(),
});
export type Happening = z.infer<typeof Happening>;

/** An incident as Slack activity, in time order. */
export const Scenario = z.object({
  id: z.string(),
  title: z.string(),
  timezone: z.string(),
  cast: z
    .array(z.object({ key: z.string(), name: z.string(), role: z.string().optional(), tz: z.string() }))
    .min(1),
  events: z.array(Happening).min(1),
});
export type Scenario = z.infer<typeof Scenario>;

/** Reads a scenario's JSON; the error says what is wrong, and where. */
export function readScenario(json: string): Scenario {
  const parsed = Scenario.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  throw new Error(`This is not a scenario: ${z.prettifyError(parsed.error)}`);
}
