import { z } from 'zod';
import { plainText } from '../core/slack-text.js';
import type { SeenMessage } from '../stand-in/inspect.js';
import type { StandIn } from '../stand-in/start.js';

const Words = z.object({ type: z.string(), text: z.string() }).transform((object) => object.text);
const Block = z.object({
  type: z.string(),
  text: Words.nullish().catch(null),
  fields: z.array(Words).nullish().catch(null),
  elements: z.array(z.unknown()).nullish().catch(null),
});
const Button = z.object({ type: z.literal('button'), text: Words });

/** What ids are called: people by `U…`, channels by `C…`. */
export type Names = ReadonlyMap<string, string>;

/** The names of everybody and everything in the simulated workspace. */
export function namesIn(slack: StandIn): Names {
  return new Map([
    ...slack.users.map((user) => [user.id, user.displayName] as const),
    ...slack.channels().map((channel) => [channel.id, channel.name] as const),
  ]);
}

/** A message as plain lines: blocks as people read them, buttons in brackets, mentions by name, dates in the zone. */
export function textOfMessage(message: SeenMessage, names: Names, zone: string): string {
  const blocks = message.by.kind === 'tested-app' ? message.blocks.flatMap(linesOfBlock) : [];
  const raw = blocks.length > 0 ? blocks.join('\n') : message.text;
  const named = raw
    .replace(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (_, user: string) => `@${names.get(user) ?? user}`)
    .replace(/<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/g, (_, channel: string) => `#${names.get(channel) ?? channel}`)
    // How long ago depends on who looks when.
    .replace(/,? ?<!date\^\d+\^\{ago\}[^>]*>/g, '')
    .replace(/<!date\^(\d+)\^[^>]*>/g, (_, at: string) => moment(Number(at), zone));
  return plainText(named);
}

function linesOfBlock(raw: unknown): readonly string[] {
  const parsed = Block.safeParse(raw);
  if (!parsed.success) return [];
  const { type, text, fields, elements } = parsed.data;
  if (type === 'divider') return ['---'];
  if (type === 'actions') {
    const buttons = (elements ?? []).flatMap((element) => Button.safeParse(element).data?.text ?? []);
    return buttons.length > 0 ? [buttons.map((label) => `[${label}]`).join(' ')] : [];
  }
  const words = (elements ?? []).flatMap((element) => Words.safeParse(element).data ?? []);
  return [...(text ? [text] : []), ...(fields ?? []), ...(words.length > 0 ? [words.join(' ')] : [])];
}

function moment(seconds: number, zone: string): string {
  return new Date(seconds * 1000).toLocaleString('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
