import type { View } from '../../../src/core/effects.js';
import { checkView } from '../../../src/stand-in/view-rules.js';
import { faults } from '../faults.js';
import { isWhole } from '../whole.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

export const blocksOf = (view: View): readonly Json[] => listOf(view['blocks']);

/** Everything for which Slack would refuse `view`, or which it would make live; empty when all is well. */
export function viewFaults(view: View, kind: 'modal' | 'home'): readonly string[] {
  const blocks = blocksOf(view);
  const printed = blocks.filter((block) => block['type'] !== 'input');
  const ids = blocks
    .flatMap((block) => [block['accessory'], ...listOf(block['elements'])])
    .flatMap((element) => (isObject(element) && element['type'] === 'button' ? [element['action_id']] : []));
  return [
    ...checkView(view, kind),
    // One by one: the limits of a message as a whole are not those of a view.
    ...printed.flatMap((block) => faults({ text: 'x', blocks: [withoutAccessory(block)] })),
    ...inputFaults(blocks.filter((block) => block['type'] === 'input')),
    ...(isWhole(JSON.stringify(view['title'] ?? '')) ? [] : ['title has half a character']),
    ...(new Set(ids).size === ids.length ? [] : ['two buttons with one action_id']),
    ...(Buffer.byteLength(JSON.stringify(view)) > 250_000 ? ['view is too large'] : []),
  ];
}

function inputFaults(inputs: readonly Json[]): readonly string[] {
  return inputs.flatMap((block) => {
    const element = isObject(block['element']) ? block['element'] : {};
    const initial = element['initial_value'];
    const options = listOf(element['options']);
    const texts = options.flatMap((option) => [option['text'], option['description']]).filter(isObject);
    const name = String(block['block_id']);
    return [
      ...(element['action_id'] === block['block_id'] ? [] : [`${name} has another action_id`]),
      ...(typeof initial === 'string' && initial.length > Number(element['max_length'])
        ? [`${name}: initial_value has ${initial.length} characters`]
        : []),
      ...(typeof initial === 'string' && (initial.trim() === '' || !isWhole(initial))
        ? [`${name}: initial_value is blank or torn`]
        : []),
      ...(Number(element['max_length'] ?? 1) > 3000 ? [`${name}: max_length`] : []),
      ...texts.flatMap(({ text, type }) =>
        type === 'plain_text' &&
        typeof text === 'string' &&
        text.trim() !== '' &&
        text.length <= 75 &&
        isWhole(text)
          ? []
          : [`${name}: option ${String(text).slice(0, 100)}`],
      ),
      ...listOf(element['initial_options'] ?? [element['initial_option']].filter(isObject)).flatMap(
        (initially) =>
          options.some((option) => JSON.stringify(option) === JSON.stringify(initially))
            ? []
            : [`${name}: an initial option that is not offered`],
      ),
    ];
  });
}

const withoutAccessory = ({ accessory: _, ...block }: Json): Json => block;
