import { issueResponseUrl, issueTrigger } from '../deeds/triggers.js';
import type { Courier } from '../delivery/courier.js';
import { channelOf } from '../lookups.js';
import { showCommandAnswer } from '../response-url.js';
import { fieldsOf } from '../text-rules.js';
import { printForCommand, readTyped } from '../typed-text.js';
import { readArguments } from '../web-api/arguments.js';
import type { Fields, Person, ResponseAddress, World } from '../world.js';
import type { Clicked } from './clicks.js';

export interface Commanded extends Clicked {
  readonly responseUrl: string;
}

/** Types a slash command. What the app says in its acknowledgement is shown to that person alone. */
export function command(
  world: World,
  courier: Courier,
  person: Person,
  typed: { readonly channel: string; readonly command: string; readonly text: string; readonly raw: boolean },
): Commanded {
  const channel = channelOf(world, typed.channel);
  const text = typed.raw ? typed.text : printForCommand(world, readTyped(world, typed.text.trim()));
  const trigger = issueTrigger(world, person.id, null);
  const about = { user: person.id, channel: channel.id, threadTs: null, message: null };
  const responseUrl = issueResponseUrl(world, about);
  const payload: Fields = {
    token: 'verification-token',
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'private' ? 'privategroup' : channel.name,
    user_id: person.id,
    user_name: person.name,
    command: typed.command,
    text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: trigger,
  };
  world.notify({
    kind: 'command-given',
    channel: channel.id,
    user: person.id,
    text: `${typed.command} ${text}`.trim(),
  });
  const address: ResponseAddress = { ...about, issuedAt: world.clock.now(), uses: 0 };
  const delivery = courier.enqueue('slash_commands', typed.command, payload, (outcome) => {
    if (outcome.kind !== 'acked') return null;
    const said = typeof outcome.answer === 'string' ? { text: outcome.answer } : fieldsOf(outcome.answer);
    if (!said || Object.keys(said).length === 0) return null;
    return showCommandAnswer(world, address, readArguments(said));
  });
  return { triggerId: trigger, delivery, responseUrl };
}
