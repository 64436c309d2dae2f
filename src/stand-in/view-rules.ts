import { checkBlocks } from './block-rules.js';
import { limits } from './limits.js';
import { checkText, type Fault, onlyKeys } from './text-rules.js';
import { ListOfFields } from './web-api/arguments.js';
import type { Fields } from './world.js';

const MODAL_KEYS = [
  'title',
  'blocks',
  'close',
  'submit',
  'private_metadata',
  'callback_id',
  'clear_on_close',
  'notify_on_close',
  'external_id',
  'submit_disabled',
];
const HOME_KEYS = ['blocks', 'private_metadata', 'callback_id', 'external_id'];

/** What Slack would refuse in this view; an empty list when it takes it. */
export function checkView(view: Fields, kind: 'modal' | 'home'): readonly string[] {
  const faults: string[] = [];
  const fault: Fault = (path, what) => faults.push(`${what} [json-pointer:/view${path}]`);
  if (view['type'] !== kind) fault('/type', `must be ${kind}`);
  onlyKeys(view, kind === 'modal' ? MODAL_KEYS : HOME_KEYS, fault);
  const blocks = ListOfFields.safeParse(view['blocks']);
  if (!blocks.success) fault('/blocks', 'missing required field');
  else faults.push(...checkBlocks(blocks.data, kind));
  checkLength(view['private_metadata'], '/private_metadata', limits.privateMetadata, fault);
  checkLength(view['callback_id'], '/callback_id', limits.callbackId, fault);
  if (kind === 'home') return faults;
  checkText(view['title'], { most: limits.viewTitle, plainOnly: true, path: '/title' }, fault);
  for (const name of ['submit', 'close']) {
    const rule = { most: limits.viewButton, plainOnly: true, path: `/${name}` };
    if (view[name] !== undefined && view[name] !== null) checkText(view[name], rule, fault);
  }
  const hasInput = blocks.success && blocks.data.some((block) => block['type'] === 'input');
  if (hasInput && !view['submit']) fault('/submit', 'is required in a view with an input block');
  return faults;
}

export const isTooLarge = (view: Fields): boolean =>
  Buffer.byteLength(JSON.stringify(view)) > limits.viewBytes;

function checkLength(value: unknown, path: string, most: number, fault: Fault): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || value.length > most)
    fault(path, `must be less than ${most + 1} characters`);
}
