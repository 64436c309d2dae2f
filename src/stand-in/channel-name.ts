import { limits } from './limits.js';
import type { World } from './world.js';

/** Why Slack would not take this name for a channel, in its words; null when it would. */
export function refusalOfName(world: World, name: string): string | null {
  if (name === '') return 'invalid_name_required';
  if (name.length > limits.channelName) return 'invalid_name_maxlength';
  // Slack itself takes letters of other scripts; an app that relies on it breaks elsewhere, so we do not.
  if (!/^[a-z0-9_-]+$/.test(name)) return 'invalid_name_specials';
  if (/^[_-]+$/.test(name)) return 'invalid_name_punctuation';
  const isTaken = [...world.channels.values()].some(
    (channel) => channel.kind !== 'im' && channel.name === name,
  );
  return isTaken ? 'name_taken' : null;
}
