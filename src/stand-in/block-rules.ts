import { checkElement } from './element-rules.js';
import { limits } from './limits.js';
import { checkText, type Fault, fieldsOf, listOf, onlyKeys } from './text-rules.js';
import type { Fields } from './world.js';

export type Surface = 'message' | 'modal' | 'home';

/** Blocks that are accepted as they come: their insides are not checked. */
const UNCHECKED = new Set([
  'rich_text',
  'video',
  'file',
  'table',
  'data_table',
  'card',
  'carousel',
  'container',
  'plan',
  'task_card',
  'context_actions',
]);

/** What Slack would refuse in these blocks; an empty list when it takes them. */
export function checkBlocks(blocks: readonly Fields[], surface: Surface): readonly string[] {
  const faults: string[] = [];
  const fault: Fault = (path, what) => faults.push(`${what} [json-pointer:/blocks${path}]`);
  const most = surface === 'message' ? limits.blocksInMessage : limits.blocksInView;
  if (blocks.length > most) fault('', `no more than ${most} items allowed`);
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    checkBlockId(block, seen, (path, what) => fault(`/${index}${path}`, what));
    checkBlock(block, surface, (path, what) => fault(`/${index}${path}`, what));
  });
  const markdown = blocks
    .filter((block) => block['type'] === 'markdown')
    .map((block) => String(block['text'] ?? ''));
  if (markdown.join('').length > limits.markdownText) {
    fault('', `markdown blocks hold no more than ${limits.markdownText} characters together`);
  }
  return faults;
}

/** Length of all texts in the blocks together, for `msg_blocks_too_long`. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  const fields = fieldsOf(value);
  if (!fields) return 0;
  return Object.entries(fields).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
}

function checkBlockId(block: Fields, seen: Set<string>, fault: Fault): void {
  const id = block['block_id'];
  if (id === undefined) return;
  if (typeof id !== 'string' || id.length > limits.blockId) {
    fault('/block_id', 'invalid block_id');
    return;
  }
  if (id !== '' && seen.has(id)) fault('/block_id', `block_id ${id} is not unique`);
  seen.add(id);
}

function checkBlock(block: Fields, surface: Surface, fault: Fault): void {
  switch (block['type']) {
    case 'section':
      checkSection(block, fault);
      return;
    case 'header':
      onlyKeys(block, ['text'], fault);
      checkText(block['text'], { most: limits.headerText, plainOnly: true, path: '/text' }, fault);
      return;
    case 'divider':
      onlyKeys(block, [], fault);
      return;
    case 'context':
      checkContext(block, fault);
      return;
    case 'actions':
      checkActions(block, surface, fault);
      return;
    case 'input':
      checkInput(block, surface, fault);
      return;
    case 'image':
      checkImage(block, fault);
      return;
    case 'markdown':
      onlyKeys(block, ['text'], fault);
      if (typeof block['text'] !== 'string' || block['text'] === '') fault('/text', 'missing required field');
      return;
    case 'alert':
      if (surface !== 'modal') fault('/type', 'alert is only for modals');
      return;
    default:
      if (!UNCHECKED.has(String(block['type']))) fault('/type', `unsupported type: ${String(block['type'])}`);
  }
}

function checkSection(block: Fields, fault: Fault): void {
  onlyKeys(block, ['text', 'fields', 'accessory', 'expand'], fault);
  if (block['text'] === undefined && block['fields'] === undefined)
    fault('', 'missing required field: text or fields');
  if (block['text'] !== undefined)
    checkText(block['text'], { most: limits.sectionText, path: '/text' }, fault);
  if (block['fields'] !== undefined) {
    const fields = listOf(block['fields'], '/fields', 1, limits.sectionFields, fault);
    fields.forEach((field, index) => {
      checkText(field, { most: limits.fieldText, path: `/fields/${index}` }, fault);
    });
  }
  if (block['accessory'] !== undefined) checkElement(block['accessory'], '/accessory', 'section', fault);
}

function checkContext(block: Fields, fault: Fault): void {
  onlyKeys(block, ['elements'], fault);
  listOf(block['elements'], '/elements', 1, limits.contextElements, fault).forEach((element, index) => {
    const path = `/elements/${index}`;
    if (fieldsOf(element)?.['type'] === 'image') checkElement(element, path, 'context', fault);
    else checkText(element, { most: limits.sectionText, path }, fault);
  });
}

function checkActions(block: Fields, surface: Surface, fault: Fault): void {
  onlyKeys(block, ['elements'], fault);
  const seen = new Set<string>();
  listOf(block['elements'], '/elements', 1, limits.actionsElements, fault).forEach((element, index) => {
    const path = `/elements/${index}`;
    checkElement(element, path, surface === 'message' ? 'actions' : 'actions-in-view', fault);
    const id = fieldsOf(element)?.['action_id'];
    if (typeof id !== 'string') return;
    if (seen.has(id)) fault(`${path}/action_id`, `action_id ${id} is not unique`);
    seen.add(id);
  });
}

function checkInput(block: Fields, surface: Surface, fault: Fault): void {
  onlyKeys(block, ['label', 'element', 'dispatch_action', 'hint', 'optional'], fault);
  checkText(block['label'], { most: limits.inputLabel, plainOnly: true, path: '/label' }, fault);
  if (block['hint'] !== undefined) {
    checkText(block['hint'], { most: limits.inputHint, plainOnly: true, path: '/hint' }, fault);
  }
  checkElement(block['element'], '/element', surface === 'message' ? 'input' : 'input-in-view', fault);
}

function checkImage(block: Fields, fault: Fault): void {
  onlyKeys(block, ['image_url', 'slack_file', 'alt_text', 'title'], fault);
  checkElement({ ...block, title: undefined, block_id: undefined }, '', 'image', fault);
  if (block['title'] !== undefined) {
    checkText(block['title'], { most: limits.imageTitle, plainOnly: true, path: '/title' }, fault);
  }
}
