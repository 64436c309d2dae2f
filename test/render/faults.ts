import type { Message } from '../../src/core/effects.js';
import { isWhole } from './whole.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string =>
  isObject(value) && typeof value['text'] === 'string' ? value['text'] : '';
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Everything for which Slack would refuse `message`, or which it would make live; empty when all is well. */
export function faults(message: Message): readonly string[] {
  const blocks = message.blocks ?? [];
  const ids = blocks.flatMap((block) => (block['block_id'] === undefined ? [] : [String(block['block_id'])]));
  const length = textLength(blocks);
  return [
    ...check(length <= 13_200, `the blocks have ${length} characters together`),
    ...check(new Set(ids).size === ids.length, 'two blocks with one block_id'),
    ...check(
      ids.every((id) => id.length > 0 && id.length <= 255),
      'block_id too long',
    ),
    ...check(message.text.length <= 4000, `text has ${message.text.length} characters`),
    ...check(message.text.trim() !== '', 'text is empty'),
    ...check(isWhole(message.text), 'text has half a character'),
    ...check(blocks.length <= 50, `${blocks.length} blocks`),
    ...live(message.text),
    ...blocks.flatMap((block) => faultsOf(block)),
  ];
}

/** All texts together, however deep: Slack counts them so (`msg_blocks_too_long`). */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
}

const check = (holds: boolean, fault: string): readonly string[] => (holds ? [] : [fault]);

/**
 * Tokens that are cut or that ping; people and groups are left to the caller, since one-person messages and
 * escalations may name them.
 */
function live(text: string): readonly string[] {
  const tokens = text.match(/<[^>]*>?/g) ?? [];
  return [
    ...tokens
      .filter(
        (token) =>
          !/^<(?:@[UW][A-Z0-9]+|!subteam\^S[A-Z0-9]+|#C[A-Z0-9]+|!date\^\d+\^[^|<>]+\|[^|<>]+)>$/.test(token),
      )
      .map((token) => `token ${token}`),
    ...(text.match(/&(?!(?:amp|lt|gt);)[^ ]{0,5}/g) ?? []).map((found) => `escape ${found}`),
  ];
}

function textFaults(value: unknown, max: number, name: string): readonly string[] {
  const text = textOf(value);
  const isMarkup = isObject(value) && value['type'] === 'mrkdwn';
  return [
    ...check(text.trim() !== '', `${name} is empty`),
    ...check(text.length <= max, `${name} has ${text.length} characters`),
    ...check(isWhole(text), `${name} has half a character`),
    ...(isMarkup ? live(text) : []),
    ...check(!isMarkup || (isObject(value) && value['verbatim'] === true), `${name} is not verbatim`),
  ];
}

function faultsOf(block: Json): readonly string[] {
  switch (block['type']) {
    case 'section':
      return [
        ...textFaults(block['text'], 3000, 'section'),
        ...(isObject(block['accessory']) ? actionFaults([block['accessory']]) : []),
      ];
    case 'context':
      return [
        ...check(listOf(block['elements']).length <= 10, 'too many context elements'),
        ...listOf(block['elements']).flatMap((element) => textFaults(element, 3000, 'context')),
      ];
    case 'actions':
      return actionFaults(listOf(block['elements']));
    default:
      return [`block ${String(block['type'])}`];
  }
}

function actionFaults(elements: readonly Json[]): readonly string[] {
  const ids = elements.map((element) => element['action_id']);
  return [
    ...check(elements.length > 0 && elements.length <= 25, `${elements.length} buttons`),
    ...check(new Set(ids).size === ids.length, 'two buttons with one action_id'),
    ...elements.flatMap((element) => [
      ...textFaults(element['text'], 75, 'button'),
      ...check(String(element['value'] ?? '').length <= 2000, 'value too long'),
      ...check(String(element['value'] ?? '') !== '', 'value is empty'),
      ...(isObject(element['confirm'])
        ? [
            ...textFaults(element['confirm']['title'], 100, 'confirm title'),
            ...textFaults(element['confirm']['text'], 300, 'confirm text'),
            ...textFaults(element['confirm']['confirm'], 30, 'confirm button'),
            ...textFaults(element['confirm']['deny'], 30, 'deny button'),
          ]
        : []),
    ]),
  ];
}

/** All mrkdwn of a message in one text, buttons as `[label -> command]`. */
export function shown(message: Message): string {
  return (message.blocks ?? [])
    .flatMap((block) =>
      block['type'] === 'section'
        ? [textOf(block['text']), ...buttonsOf(block).map(buttonShown)]
        : listOf(block['elements']).map((element) =>
            element['type'] === 'button' ? buttonShown(element) : textOf(element),
          ),
    )
    .join('\n');
}

const buttonShown = (button: Json): string => `[${textOf(button['text'])} -> ${String(button['value'])}]`;

const buttonsOf = (block: Json): readonly Json[] => {
  if (block['type'] === 'actions') return listOf(block['elements']);
  return isObject(block['accessory']) ? [block['accessory']] : [];
};

/** The commands of a message's buttons, in their order. */
export const commandsOf = (message: Message): readonly string[] =>
  (message.blocks ?? []).flatMap(buttonsOf).map((button) => String(button['value']));
