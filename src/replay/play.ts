import {
  channelId,
  deliveryEntryId,
  deliveryKey,
  type EntryId,
  messageEntryId,
  messageTs,
} from '../core/ids.js';
import type { Rehearsal } from './rehearsal.js';
import type { Happening, Scenario } from './scenario.js';

/** Where people talk before there is an incident, and where it is declared. */
const FIRST_CHANNEL = 'engineering';

/** What became of a scenario's events in the workspace. */
export interface Played {
  /** Slack user id of each cast key. */
  readonly users: ReadonlyMap<string, string>;
  /** Event index that a record's entry goes back to. */
  readonly indexOf: ReadonlyMap<EntryId, number>;
  /** The incident's channel, or null when none was opened. */
  readonly incidentChannel: string | null;
}

/** Called after each event has been digested. */
export type Watcher = (event: Happening, index: number) => Promise<void> | void;

/**
 * Plays a scenario through the front door: people type, pin and react in the simulated workspace, which
 * delivers to the running bot. Until the first declaration everything happens in one ordinary channel, from
 * then on in the incident's.
 */
export async function play(
  rehearsal: Rehearsal,
  scenario: Scenario,
  watch: Watcher = () => {},
): Promise<Played> {
  const { slack } = rehearsal;
  const users = new Map(
    scenario.cast.map(({ key, name, tz }) => [
      key,
      slack.addUser({ name: key, realName: name, displayName: name, tz }).id,
    ]),
  );
  const first = slack.addChannel({ name: FIRST_CHANNEL, members: [...users.values()], hasApp: true }).id;
  const before = new Set(slack.channels().map((channel) => channel.id));
  const refs = new Map<string, { channel: string; ts: string }>();
  const indexOf = new Map<EntryId, number>();
  let incidentChannel: string | null = null;

  for (const [index, event] of scenario.events.entries()) {
    await rehearsal.waitUntil(new Date(event.at));
    await perform(event, index);
    await rehearsal.settle();
    incidentChannel ??= slack.channels().find((channel) => !before.has(channel.id))?.id ?? null;
    await watch(event, index);
  }
  return { users, indexOf, incidentChannel };

  async function perform(event: Happening, index: number): Promise<void> {
    const here = incidentChannel ?? first;
    if (event.do === 'bot_message') {
      said(event, index, here, slack.asBot(event.name ?? 'bot').post(here, event.text ?? ''));
      return;
    }
    const user = userOf(event.by);
    const person = slack.as(user);
    const target = event.target ? refOf(event.target) : null;
    await joinFirst(user, target?.channel ?? here);
    switch (event.do) {
      case 'join':
        return;
      case 'command': {
        const [command = '/incident', ...rest] = (event.text ?? '').split(' ');
        const { triggerId } = person.command(here, command, rest.join(' '));
        indexOf.set(deliveryEntryId(deliveryKey(`command:${triggerId}`)), index);
        return;
      }
      case 'message':
        return said(event, index, here, person.post(here, event.text ?? ''));
      case 'reply': {
        const parent = refOf(event.to);
        return said(
          event,
          index,
          parent.channel,
          person.post(parent.channel, event.text ?? '', { threadTs: parent.ts }),
        );
      }
      case 'file':
        return said(
          event,
          index,
          here,
          person.post(here, event.text ?? '', { files: [{ name: event.name ?? 'file', content: '' }] }),
        );
    }
    if (!target) throw new Error(`Event ${index} (${event.do}) has no target`);
    switch (event.do) {
      case 'edit':
        return void person.edit(target.channel, target.ts, event.text ?? '');
      case 'delete':
        return void person.delete(target.channel, target.ts);
      case 'pin':
        return void person.pin(target.channel, target.ts);
      case 'unpin':
        return void person.unpin(target.channel, target.ts);
      case 'react':
        return void person.react(target.channel, target.ts, event.emoji ?? '');
      case 'unreact':
        return void person.unreact(target.channel, target.ts, event.emoji ?? '');
    }
  }

  function said(event: Happening, index: number, channel: string, ts: string): void {
    if (event.ref) refs.set(event.ref, { channel, ts });
    indexOf.set(messageEntryId(channelId(channel), messageTs(ts)), index);
  }

  /** In Slack one joins a channel before one can speak there; scenarios only tell of some joins. */
  async function joinFirst(user: string, channel: string): Promise<void> {
    if (slack.channel(channel).members.has(user)) return;
    slack.as(user).join(channel);
    await rehearsal.settle();
  }

  function userOf(key: string | undefined): string {
    const user = key && users.get(key);
    if (!user) throw new Error(`The scenario has an event by "${key ?? ''}", who is not in its cast`);
    return user;
  }

  function refOf(ref: string | undefined): { channel: string; ts: string } {
    const found = ref && refs.get(ref);
    if (!found) throw new Error(`The scenario refers to "${ref ?? ''}", which was not said`);
    return found;
  }
}
