import type { Block } from '../blocks.js';
import { CHECKBOXES, INPUT_LABEL, OPTION_TEXT, OPTION_VALUE } from '../limits.js';
import { shortened } from '../split-text.js';
import { mostCharacters } from './fields.js';

const plain = (text: string): Block => ({ type: 'plain_text', text, emoji: true });

/** What stands around every field. Optional unless it says otherwise. */
interface Field {
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
}

function input({ field, label, hint, isRequired = false }: Field, element: Block): Block {
  return {
    type: 'input',
    block_id: field,
    label: plain(shortened(label, INPUT_LABEL)),
    ...(hint === undefined ? {} : { hint: plain(shortened(hint, INPUT_LABEL)) }),
    optional: !isRequired,
    element: { ...element, action_id: field },
  };
}

/** A line or a box of text. `initial` is cut where it is longer than the field. */
export function textField(
  about: Field & { readonly initial?: string; readonly isLong?: boolean; readonly isFirst?: boolean },
): Block {
  const most = mostCharacters(about.field);
  const initial = typable(shortened(about.initial ?? '', most));
  return input(about, {
    type: 'plain_text_input',
    multiline: about.isLong ?? false,
    max_length: most,
    ...(initial.trim() === '' ? {} : { initial_value: initial }),
    ...(about.isFirst ? { focus_on_load: true } : {}),
  });
}

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly description?: string;
}

const option = ({ value, text, description = '' }: Option): Block => ({
  text: plain(shortened(text, OPTION_TEXT)),
  value,
  ...(description === '' ? {} : { description: plain(shortened(description, OPTION_TEXT)) }),
});

/** One of a list. */
export function choiceField(
  about: Field & { readonly options: readonly Option[]; readonly initial?: string },
): Block {
  const initial = about.options.find(({ value }) => value === about.initial);
  return input(about, {
    type: 'static_select',
    options: about.options.map(option),
    ...(initial === undefined ? {} : { initial_option: option(initial) }),
  });
}

/** At most ten boxes to tick; options whose value Slack would not take are left out. */
export function boxesField(
  about: Field & { readonly options: readonly Option[]; readonly areTicked: boolean },
): Block {
  const options = about.options
    .filter(({ value }) => value.length <= OPTION_VALUE)
    .slice(0, CHECKBOXES)
    .map(option);
  return input(about, {
    type: 'checkboxes',
    options,
    ...(about.areTicked ? { initial_options: options } : {}),
  });
}

/** A moment, in the zone of whoever looks at it, to the minute. */
export function momentField(about: Field & { readonly initial?: Date | null }): Block {
  const seconds = Math.floor((about.initial?.getTime() ?? 0) / 1000);
  return input(about, {
    type: 'datetimepicker',
    // Slack takes ten digits: from September 2001 on.
    ...(String(seconds).length === 10 && seconds > 0 ? { initial_date_time: seconds } : {}),
  });
}

export const personField = (about: Field): Block => input(about, { type: 'users_select' });

export const dayField = (about: Field): Block => input(about, { type: 'datepicker' });

/** Without half characters, which Slack refuses, and controls, which nobody types. */
const typable = (text: string): string =>
  text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/(?![\n\t])\p{Cc}/gu, '');
