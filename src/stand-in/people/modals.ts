import { issueTrigger } from '../deeds/triggers.js';
import { clearViews, closeView, openView, replaceView } from '../deeds/views.js';
import type { Courier } from '../delivery/courier.js';
import type { Outcome } from '../delivery/parcel.js';
import { fieldsOf } from '../text-rules.js';
import { checkView } from '../view-rules.js';
import { blocksOf, viewShape } from '../view-shape.js';
import type { Fields, Person, View, World } from '../world.js';
import type { Clicked } from './clicks.js';
import { type Entry, elementValue, isEmptyValue } from './element-value.js';
import { interactiveBase } from './payloads.js';

/** What to write into the inputs: by `block_id` or by `action_id`. */
export type Entries = Readonly<Record<string, Entry>>;

/** Fills a modal in and submits it. Throws where Slack's own window would not let it go: an empty required field. */
export function submitView(
  world: World,
  courier: Courier,
  person: Person,
  view: View,
  entries: Entries,
): Clicked {
  fillIn(view, entries);
  const trigger = issueTrigger(world, person.id, view.id);
  const delivery = courier.enqueue(
    'interactive',
    'view_submission',
    {
      type: 'view_submission',
      ...interactiveBase(world, person),
      trigger_id: trigger,
      view: viewShape(world, view),
      response_urls: [],
    },
    (outcome) => followUp(world, view, outcome),
  );
  return { triggerId: trigger, delivery };
}

/** Closes a modal by its cross; the app hears of it only where it asked by `notify_on_close`. */
export function dismissView(world: World, courier: Courier, person: Person, view: View): number | null {
  closeView(world, view);
  if (view.content['notify_on_close'] !== true) return null;
  return courier.enqueue('interactive', 'view_closed', {
    type: 'view_closed',
    ...interactiveBase(world, person),
    view: viewShape(world, view),
    is_cleared: false,
  });
}

function fillIn(view: View, entries: Entries): void {
  const known = new Set<string>();
  for (const block of blocksOf(view.content)) {
    const element = block['type'] === 'input' ? fieldsOf(block['element']) : null;
    if (!element) continue;
    const blockId = String(block['block_id']);
    const actionId = String(element['action_id'] ?? '');
    known.add(blockId).add(actionId);
    const value = elementValue(element, entries[blockId] ?? entries[actionId]);
    if (block['optional'] !== true && isEmptyValue(value)) {
      throw new Error(`The field ${blockId} of the view ${view.id} is required`);
    }
    view.state.set(blockId, new Map([[actionId, { type: element['type'], ...value }]]));
  }
  const unknown = Object.keys(entries).find((name) => !known.has(name));
  if (unknown) throw new Error(`The view ${view.id} has no field ${unknown}`);
}

/** What the app's acknowledgement does to the window; the answer says why Slack would not do it. */
function followUp(world: World, view: View, outcome: Outcome): string | null {
  if (outcome.kind !== 'acked') return null;
  const said = fieldsOf(outcome.answer) ?? {};
  const next = fieldsOf(said['view']) ?? {};
  switch (said['response_action']) {
    case 'errors':
      view.errors = textsOf(said['errors']);
      world.notify({ kind: 'view-changed', view: view.id, user: view.user });
      return null;
    case 'update':
      return refusalOf(next) ?? done(() => replaceView(world, view, next));
    case 'push':
      return refusalOf(next) ?? done(() => openView(world, view.user, next, view));
    case 'clear':
      return done(() => clearViews(world, view));
    default:
      return done(() => closeView(world, view));
  }
}

function done(deed: () => unknown): null {
  deed();
  return null;
}

function refusalOf(view: Fields): string | null {
  const faults = checkView(view, 'modal');
  return faults.length > 0 ? faults.join('; ') : null;
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fieldsOf(value) ?? {}).map(([key, text]) => [key, String(text)]));
}
