import { postMessage } from '../deeds/messages.js';
import { channelOf } from '../lookups.js';
import type { Author, Fields, World } from '../world.js';

/** Another app that posts into channels: alerts, deployments. Its messages are of subtype `bot_message`. */
export interface OtherAppActions {
  readonly botId: string;
  /** The text is taken as it is, in Slack's own form. */
  post(
    channel: string,
    text: string,
    options?: {
      readonly attachments?: readonly Fields[];
      readonly blocks?: readonly Fields[];
      readonly threadTs?: string;
    },
  ): string;
}

export function actAsOtherApp(world: World, author: Extract<Author, { kind: 'other-app' }>): OtherAppActions {
  return {
    botId: author.botId,
    post(channelName, text, options = {}) {
      const { message } = postMessage(world, channelOf(world, channelName), {
        author,
        subtype: 'bot_message',
        text,
        blocks: options.blocks ?? [],
        attachments: options.attachments ?? [],
        threadTs: options.threadTs ?? null,
      });
      return message.ts;
    },
  };
}
