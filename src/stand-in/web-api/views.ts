import { useTrigger } from '../deeds/triggers.js';
import { openView, publishHome, replaceView } from '../deeds/views.js';
import { checkView, isTooLarge } from '../view-rules.js';
import { viewShape } from '../view-shape.js';
import type { Fields, View, World } from '../world.js';
import { AnyFields } from './arguments.js';
import { type Call, done, type Found, noScopes, type Route, refuse, wrongArguments } from './route.js';

const MOST_VIEWS = 3;

export const viewRoutes: readonly Route[] = [
  {
    method: 'views.open',
    token: 'bot',
    required: ['view'],
    scopes: noScopes,
    handle(call) {
      const { world, args } = call;
      const content = readView(call, 'modal');
      if ('refusal' in content) return content.refusal;
      const used = useTrigger(world, args.text('trigger_id') ?? '');
      if (used.kind === 'bad') return refuse(used.error);
      return done({ view: viewShape(world, openView(world, used.trigger.user, content.is, null)) });
    },
  },
  {
    method: 'views.push',
    token: 'bot',
    required: ['view'],
    scopes: noScopes,
    handle(call) {
      const { world, args } = call;
      const content = readView(call, 'modal');
      if ('refusal' in content) return content.refusal;
      const used = useTrigger(world, args.text('trigger_id') ?? '');
      if (used.kind === 'bad') return refuse(used.error);
      const under = world.views.get(used.trigger.view ?? '');
      if (!under?.isOpen) return refuse('not_found');
      if (depth(world, under) >= MOST_VIEWS) return refuse('push_limit_reached');
      return done({ view: viewShape(world, openView(world, used.trigger.user, content.is, under)) });
    },
  },
  {
    method: 'views.update',
    token: 'bot',
    required: ['view'],
    scopes: noScopes,
    handle(call) {
      const { world, args } = call;
      const content = readView(call, 'modal');
      if ('refusal' in content) return content.refusal;
      const external = args.text('external_id');
      const view = args.has('view_id')
        ? world.views.get(args.text('view_id') ?? '')
        : [...world.views.values()].find(
            (open) => external !== null && open.content['external_id'] === external,
          );
      if (!view?.isOpen || view.kind !== 'modal') return refuse('not_found');
      if (args.has('hash') && args.text('hash') !== view.hash) return refuse('hash_conflict');
      replaceView(world, view, content.is);
      return done({ view: viewShape(world, view) });
    },
  },
  {
    method: 'views.publish',
    token: 'bot',
    required: ['user_id', 'view'],
    scopes: noScopes,
    handle(call) {
      const { world, args } = call;
      const content = readView(call, 'home');
      if ('refusal' in content) return content.refusal;
      const user = args.text('user_id') ?? '';
      if (!world.people.has(user)) return wrongArguments('user_id is nobody');
      const known = world.homes.get(user);
      if (args.has('hash') && args.text('hash') !== (known?.hash ?? '')) return refuse('hash_conflict');
      return done({ view: viewShape(world, publishHome(world, user, content.is)) });
    },
  },
];

function readView({ args }: Call, kind: 'modal' | 'home'): Found<Fields> {
  const given = args.structure('view');
  const parsed = AnyFields.safeParse(given.kind === 'read' ? given.value : null);
  if (!parsed.success) return { refusal: wrongArguments('view is no JSON object') };
  if (isTooLarge(parsed.data)) return { refusal: refuse('view_too_large') };
  const faults = checkView(parsed.data, kind);
  return faults.length > 0 ? { refusal: wrongArguments(...faults) } : { is: parsed.data };
}

function depth(world: World, view: View): number {
  return [...world.views.values()].filter((other) => other.isOpen && other.rootId === view.rootId).length;
}
