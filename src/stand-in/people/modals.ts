import { issueTrigger } from '../deeds/triggers.js';
import { clearViews, closeView, openView, replaceView } from '../deeds/views.js';
import type { Courier } from '../delivery/courier.js';
import type { Outcome } from '../delivery/parcel.js';
import { fieldsOf } from '../text-rules.js';
import { checkView } from '../view-rules.js';
import { viewShape } from '../view-shape.js';
import type { Fields, Person, View, World } from '../world.js';
import type { Clicked } from './clicks.js';
import { isEmptyValue } from './element-value.js';
import { interactiveBase } from './payloads.js';
import { type Entries, fillIn } from './view-state.js';

/** Fills a modal in and submits it. Throws where Slack's own window would not let it go: an empty required field. */
export function submitView(
  world: World,
  courier: Courier,
  person: Person,
  view: View,
  entries: Entries,
): Clicked {
  const empty = fillIn(world, view, entries).find(
    ({ isRequired, value }) => isRequired && isEmptyValue(value),
  );
  if (empty) throw new Error(`The field ${empty.blockId} of the view ${view.id} is required`);
  view.errors = {};
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
