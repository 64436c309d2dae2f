import type { KnownBlock, View as SlackView } from '@slack/types';
import type { Message, View } from '../core/effects.js';

/** The port keeps blocks as plain JSON; they were made for Slack by `render` and are its types in all but name. */
export function asSlackMessage(message: Message): { text: string; blocks?: KnownBlock[] } {
  return {
    text: message.text,
    ...(message.blocks && { blocks: [...message.blocks] as unknown as KnownBlock[] }),
  };
}

/** The same for forms and the App Home. */
export const asSlackView = (view: View): SlackView => view as unknown as SlackView;
