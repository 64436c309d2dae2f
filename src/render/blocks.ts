import type { Message } from '../core/effects.js';
import { slackText } from '../core/slack-text.js';
import { runCommandId } from './action-ids.js';
import {
  ACTIONS_ELEMENTS,
  BUTTON_TEXT,
  BUTTON_VALUE,
  CONFIRM_TEXT,
  CONFIRM_TITLE,
  CONTEXT_TEXT,
  MESSAGE_BLOCKS,
  MESSAGE_TEXT,
  SECTION_TEXT,
} from './limits.js';
import { shortened, splitText } from './split-text.js';

export type Block = Readonly<Record<string, unknown>>;

/** `verbatim`: Slack leaves plain text alone, so that a typed `@channel` cannot become one. */
const mrkdwn = (text: string): Block => ({ type: 'mrkdwn', text, verbatim: true });
const plain = (text: string): Block => ({ type: 'plain_text', text, emoji: true });

/** As many sections as the text needs. */
export function sections(text: string): readonly Block[] {
  if (text.trim() === '') return [];
  return splitText(text, SECTION_TEXT)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'section', text: mrkdwn(part) }));
}

/** Lines in as few sections as they fit in, no line torn apart unless it is longer than a section. */
export function sectionsOfLines(lines: readonly string[]): readonly Block[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= SECTION_TEXT)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.flatMap(sections);
}

/** Small grey print. */
export function context(text: string): readonly Block[] {
  if (text.trim() === '') return [];
  return [{ type: 'context', elements: [mrkdwn(shortened(text, CONTEXT_TEXT))] }];
}

/** A button that stands for a command. */
export interface CommandButton {
  readonly label: string;
  /** What would be typed after `/incident`, as plain text. */
  readonly command: string;
  readonly style?: 'primary' | 'danger';
  /** Asks first: for what a slip of the thumb must not do. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string };
}

/** True when a button can carry the command whole; a cut command would be another command. */
export const fitsButton = (command: string): boolean => slackText(command).length <= BUTTON_VALUE;

/** One row of buttons; those whose command does not fit are left out. `blockId` as of `drawnBlockId`. */
export function buttons(row: readonly CommandButton[], blockId: string | null = null): readonly Block[] {
  const elements = row
    .filter((button) => fitsButton(button.command))
    .slice(0, ACTIONS_ELEMENTS)
    .map(buttonElement);
  if (elements.length === 0) return [];
  return [{ type: 'actions', ...(blockId === null ? {} : { block_id: blockId }), elements }];
}

/** A paragraph with one button beside it, the `index`th of its view; without it where its command does not fit. */
export function sectionWithButton(text: string, button: CommandButton | null, index = 0): readonly Block[] {
  const block = { type: 'section', text: mrkdwn(shortened(text, SECTION_TEXT)) };
  if (button === null || !fitsButton(button.command)) return [block];
  return [{ ...block, accessory: buttonElement(button, index) }];
}

function buttonElement(button: CommandButton, index: number): Block {
  return {
    type: 'button',
    action_id: runCommandId(index),
    text: plain(shortened(button.label, BUTTON_TEXT)),
    value: slackText(button.command),
    ...(button.style ? { style: button.style } : {}),
    ...(button.confirm
      ? {
          confirm: {
            title: plain(shortened(button.confirm.title, CONFIRM_TITLE)),
            text: plain(shortened(button.confirm.text, CONFIRM_TEXT)),
            confirm: plain(button.confirm.yes),
            deny: plain('Go back'),
          },
        }
      : {}),
  };
}

/** A message; `text` says the same for notifications and screen readers, as far as it may. */
export function message(text: string, blocks: readonly Block[]): Message {
  if (blocks.length > MESSAGE_BLOCKS)
    throw new RangeError(`A message of ${blocks.length} blocks: Slack takes ${MESSAGE_BLOCKS}`);
  return { text: shortened(text, MESSAGE_TEXT), blocks };
}
