import { fieldsOf } from './text-rules.js';
import type { Fields, View, World } from './world.js';

/** A view as answers and payloads show it. */
export function viewShape(world: World, view: View): Fields {
  const { content } = view;
  return {
    id: view.id,
    team_id: world.team.id,
    type: view.kind,
    blocks: content['blocks'] ?? [],
    private_metadata: content['private_metadata'] ?? '',
    callback_id: content['callback_id'] ?? '',
    state: { values: stateOf(view) },
    hash: view.hash,
    title: content['title'] ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content['clear_on_close'] ?? false,
    notify_on_close: content['notify_on_close'] ?? false,
    close: content['close'] ?? null,
    submit: content['submit'] ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: world.app.id,
    external_id: content['external_id'] ?? '',
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
  };
}

function stateOf(view: View): Fields {
  return Object.fromEntries([...view.state].map(([block, actions]) => [block, Object.fromEntries(actions)]));
}

/** The blocks of a view or message as objects. */
export function blocksOf(content: Fields): readonly Fields[] {
  const blocks: unknown = content['blocks'];
  if (!Array.isArray(blocks)) return [];
  return blocks.map(fieldsOf).filter((block) => block !== null);
}
