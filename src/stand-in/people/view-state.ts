import { fieldsOf } from '../text-rules.js';
import { blocksOf } from '../view-shape.js';
import type { Fields, View, World } from '../world.js';
import { type Entry, elementValue } from './element-value.js';

/** What to write into a view: by `block_id` or by `action_id`. */
export type Entries = Readonly<Record<string, Entry>>;

/** Elements that only act, or show something. */
const STATELESS = new Set(['button', 'workflow_button', 'overflow', 'image']);

export interface Filled {
  readonly blockId: string;
  readonly isRequired: boolean;
  readonly value: Fields;
}

/**
 * Writes into the fields of a view; what was entered before stays where nothing new is given. Throws on a field that is
 * not there.
 */
export function fillIn(world: World, view: View, entries: Entries): readonly Filled[] {
  const known = new Set<string>();
  const filled = blocksOf(view.content).flatMap((block) => {
    const blockId = String(block['block_id']);
    const fields = fieldsIn(block);
    return fields.map((element): Filled => {
      const actionId = String(element['action_id'] ?? '');
      known.add(blockId).add(actionId);
      const given = Object.hasOwn(entries, blockId) ? entries[blockId] : entries[actionId];
      const before = view.state.get(blockId)?.get(actionId);
      const value =
        given === undefined && before !== undefined
          ? before
          : { type: element['type'], ...elementValue(world, element, given) };
      const state = view.state.get(blockId) ?? new Map<string, Fields>();
      view.state.set(blockId, state.set(actionId, value));
      const { type: _, ...rest } = value;
      return { blockId, isRequired: block['type'] === 'input' && block['optional'] !== true, value: rest };
    });
  });
  const unknown = Object.keys(entries).find((name) => !known.has(name));
  if (unknown) throw new Error(`The view ${view.id} has no field ${unknown}`);
  return filled;
}

/** The elements of a block that hold something, in inputs as well as beside texts and in rows. */
function fieldsIn(block: Fields): readonly Fields[] {
  const row = Array.isArray(block['elements']) && block['type'] === 'actions' ? block['elements'] : [];
  const candidates = block['type'] === 'input' ? [block['element']] : [block['accessory'], ...row];
  return candidates
    .map(fieldsOf)
    .filter((element) => element !== null)
    .filter((element) => !STATELESS.has(String(element['type'])));
}
