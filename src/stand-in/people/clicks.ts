import { issueResponseUrl, issueTrigger } from '../deeds/triggers.js';
import type { Courier } from '../delivery/courier.js';
import { channelOf, messageOf } from '../lookups.js';
import { historyShape, isReply } from '../message-shape.js';
import { fieldsOf } from '../text-rules.js';
import { blocksOf, viewShape } from '../view-shape.js';
import type { Fields, Person, View, World } from '../world.js';
import { type Entry, elementValue } from './element-value.js';
import { channelKey, interactiveBase } from './payloads.js';
import { type Entries, fillIn } from './view-state.js';

export interface Clicked {
  readonly triggerId: string;
  readonly delivery: number;
}

interface Place {
  readonly block: Fields;
  readonly element: Fields;
}

/** Presses a button of a message, or chooses from its menu (`entry`). Throws when there is no such element. */
export function click(
  world: World,
  courier: Courier,
  person: Person,
  at: { readonly channel: string; readonly ts: string; readonly actionId: string; readonly entry?: Entry },
): Clicked {
  const channel = channelOf(world, at.channel);
  const message = messageOf(channel, at.ts);
  if (message.ephemeralTo !== null && message.ephemeralTo !== person.id) {
    throw new Error(`${person.name} does not see the message ${at.ts}`);
  }
  const found = findElement(message.blocks, at.actionId);
  if (!found) throw new Error(`The message ${at.ts} has no element ${at.actionId}`);
  const isEphemeral = message.ephemeralTo !== null;
  const threadTs = isReply(message) ? message.threadTs : null;
  const trigger = issueTrigger(world, person.id, null);
  world.notify({ kind: 'button-pressed', channel: channel.id, user: person.id, action: at.actionId });
  const delivery = courier.enqueue('interactive', 'block_actions', {
    type: 'block_actions',
    ...interactiveBase(world, person),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(threadTs && { thread_ts: threadTs }),
    },
    trigger_id: trigger,
    channel: channelKey(channel),
    // Slack sends no copy of an ephemeral message.
    ...(!isEphemeral && { message: historyShape(world, channel, message, true) }),
    state: { values: {} },
    response_url: issueResponseUrl(world, { user: person.id, channel: channel.id, threadTs, message }),
    actions: [action(world, found, at.entry, channel.id)],
  });
  return { triggerId: trigger, delivery };
}

/** The same inside a modal or the App Home. */
export function clickInView(
  world: World,
  courier: Courier,
  person: Person,
  view: View,
  at: { readonly actionId: string; readonly entry?: Entry; readonly typed?: Entries },
): Clicked {
  const found = findElement(blocksOf(view.content), at.actionId);
  if (!found) throw new Error(`The view ${view.id} has no element ${at.actionId}`);
  const chosen = at.entry !== undefined && !['button', 'overflow'].includes(String(found.element['type']));
  fillIn(world, view, { ...at.typed, ...(chosen && { [at.actionId]: at.entry }) });
  const trigger = issueTrigger(world, person.id, view.kind === 'modal' ? view.id : null);
  const delivery = courier.enqueue('interactive', 'block_actions', {
    type: 'block_actions',
    ...interactiveBase(world, person),
    container: { type: 'view', view_id: view.id },
    trigger_id: trigger,
    view: viewShape(world, view),
    actions: [action(world, found, at.entry, view.id)],
  });
  return { triggerId: trigger, delivery };
}

function action(world: World, { block, element }: Place, entry: Entry | undefined, counter: string): Fields {
  const { type, action_id, text, style } = element;
  return {
    type,
    action_id,
    block_id: block['block_id'],
    ...(text !== undefined && { text }),
    ...(style !== undefined && { style }),
    ...elementValue(world, element, entry),
    action_ts: world.stamps.next(counter),
  };
}

function findElement(blocks: readonly Fields[], actionId: string): Place | null {
  for (const block of blocks) {
    const elements = Array.isArray(block['elements']) ? block['elements'] : [];
    for (const candidate of [block['accessory'], block['element'], ...elements]) {
      const element = fieldsOf(candidate);
      if (element?.['action_id'] === actionId) return { block, element };
    }
  }
  return null;
}
