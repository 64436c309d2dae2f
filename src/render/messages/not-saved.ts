import type { Message } from '../../core/effects.js';

/** The answer to a command that could not even be kept: nothing of it is left with us. */
export const NOT_KEPT =
  'This was not saved: the database does not answer. Please send the command again in a minute; messages in the channel will be recorded by themselves.';

/** The answer to a command that was kept but could not be carried out, however often it was tried. */
export function notSaved(): Message {
  return {
    text: 'This command could not be carried out, and nothing was changed. Please send it again, or write it as a message in the channel: messages are recorded.',
  };
}
