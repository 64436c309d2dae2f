import { blocksOf } from '../view-shape.js';
import type { Fields, View, World } from '../world.js';

/** Shows a modal to a person: a new one, or on top of another. */
export function openView(world: World, user: string, content: Fields, under: View | null): View {
  const id = world.ids.next('V');
  const view: View = {
    id,
    kind: 'modal',
    user,
    content: withBlockIds(world, content),
    hash: newHash(world),
    rootId: under?.rootId ?? id,
    previousId: under?.id ?? null,
    state: new Map(),
    errors: {},
    isOpen: true,
  };
  world.views.set(id, view);
  world.notify({ kind: 'view-changed', view: id, user });
  return view;
}

/** Gives a view another content. What was typed into blocks that stay, stays. */
export function replaceView(world: World, view: View, content: Fields): void {
  view.content = withBlockIds(world, content);
  view.hash = newHash(world);
  view.errors = {};
  const kept = new Set(blocksOf(view.content).map((block) => block['block_id']));
  for (const block of view.state.keys()) {
    if (!kept.has(block)) view.state.delete(block);
  }
  world.notify({ kind: 'view-changed', view: view.id, user: view.user });
}

export function closeView(world: World, view: View): void {
  view.isOpen = false;
  world.notify({ kind: 'view-changed', view: view.id, user: view.user });
}

/** Closes the whole stack that this view belongs to. */
export function clearViews(world: World, view: View): void {
  for (const other of world.views.values()) {
    if (other.rootId === view.rootId && other.isOpen) closeView(world, other);
  }
}

export function publishHome(world: World, user: string, content: Fields): View {
  const known = world.homes.get(user);
  if (known) {
    replaceView(world, known, content);
    return known;
  }
  const id = world.ids.next('V');
  const home: View = {
    id,
    kind: 'home',
    user,
    content: withBlockIds(world, content),
    hash: newHash(world),
    rootId: id,
    previousId: null,
    state: new Map(),
    errors: {},
    isOpen: true,
  };
  world.homes.set(user, home);
  world.views.set(id, home);
  world.notify({ kind: 'view-changed', view: id, user });
  return home;
}

const newHash = (world: World): string =>
  `${Math.floor(world.clock.now().getTime() / 1000)}.${world.ids.opaque('hash').split('.')[2]?.slice(0, 8)}`;

function withBlockIds(world: World, content: Fields): Fields {
  const blocks = blocksOf(content).map((block) =>
    typeof block['block_id'] === 'string' ? block : { ...block, block_id: world.ids.next('b').slice(-6) },
  );
  return { ...content, blocks };
}
