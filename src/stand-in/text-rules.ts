import { limits } from './limits.js';
import type { Fields } from './world.js';

/** Notes what is wrong at a place in the blocks. */
export type Fault = (path: string, what: string) => void;

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;
}

/** Slack refuses keys that it does not know. `type` and `block_id` are always known. */
export function onlyKeys(value: Fields, known: readonly string[], fault: Fault): void {
  for (const key of Object.keys(value)) {
    if (value[key] === undefined || key === 'type' || key === 'block_id' || known.includes(key)) continue;
    fault('', `invalid additional property: ${key}`);
  }
}

export interface TextRule {
  readonly most: number;
  readonly plainOnly?: boolean;
  readonly path: string;
}

/** A text object: `plain_text` or `mrkdwn`, neither empty nor too long. */
export function checkText(value: unknown, rule: TextRule, fault: Fault): void {
  const text = fieldsOf(value);
  if (!text) {
    fault(rule.path, 'missing required field');
    return;
  }
  const { type } = text;
  if (type !== 'plain_text' && (type !== 'mrkdwn' || rule.plainOnly)) {
    fault(`${rule.path}/type`, `must be ${rule.plainOnly ? 'plain_text' : 'plain_text or mrkdwn'}`);
    return;
  }
  const known = type === 'plain_text' ? ['type', 'text', 'emoji'] : ['type', 'text', 'verbatim'];
  for (const key of Object.keys(text)) {
    if (text[key] !== undefined && !known.includes(key))
      fault(rule.path, `invalid additional property: ${key}`);
  }
  checkString(text['text'], `${rule.path}/text`, rule.most, fault);
}

export function checkString(value: unknown, path: string, most: number, fault: Fault): void {
  if (typeof value !== 'string') {
    fault(path, 'must be a string');
    return;
  }
  if (value === '') fault(path, 'must be more than 0 characters');
  if (value.length > most) fault(path, `must be less than ${most + 1} characters`);
}

export function listOf(
  value: unknown,
  path: string,
  least: number,
  most: number,
  fault: Fault,
): readonly unknown[] {
  if (!Array.isArray(value)) {
    fault(path, 'missing required field');
    return [];
  }
  if (value.length < least) fault(path, `must have at least ${least} items`);
  if (value.length > most) fault(path, `no more than ${most} items allowed`);
  return value;
}

/** The question before a dangerous button. */
export function checkConfirm(value: unknown, path: string, fault: Fault): void {
  const confirm = fieldsOf(value);
  if (!confirm) {
    fault(path, 'must be an object');
    return;
  }
  checkText(confirm['title'], { most: limits.confirmTitle, plainOnly: true, path: `${path}/title` }, fault);
  checkText(confirm['text'], { most: limits.confirmText, path: `${path}/text` }, fault);
  checkText(
    confirm['confirm'],
    { most: limits.confirmButton, plainOnly: true, path: `${path}/confirm` },
    fault,
  );
  checkText(confirm['deny'], { most: limits.confirmButton, plainOnly: true, path: `${path}/deny` }, fault);
}
