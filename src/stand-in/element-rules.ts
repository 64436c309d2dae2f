import { checkInitial } from './initial-rules.js';
import { limits } from './limits.js';
import { checkConfirm, checkString, checkText, type Fault, fieldsOf, listOf } from './text-rules.js';
import type { Fields } from './world.js';

export type Place =
  | 'section'
  | 'context'
  | 'actions'
  | 'actions-in-view'
  | 'input'
  | 'input-in-view'
  | 'image';

const PICKERS = ['datepicker', 'timepicker', 'datetimepicker'];
const SELECTS = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
];
const MULTI = SELECTS.map((name) => `multi_${name}`);
const CHOICES = ['radio_buttons', 'checkboxes'];
const INPUTS = [
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
];

const ALLOWED: Readonly<Record<Place, readonly string[]>> = {
  section: ['button', 'overflow', 'image', ...PICKERS, ...SELECTS, ...MULTI, ...CHOICES],
  context: ['image'],
  image: ['image'],
  actions: ['button', 'overflow', 'workflow_button', ...PICKERS, ...SELECTS, ...CHOICES],
  'actions-in-view': ['button', 'overflow', ...PICKERS, ...SELECTS, ...CHOICES],
  input: [...INPUTS, ...PICKERS, ...SELECTS, ...MULTI, ...CHOICES],
  'input-in-view': [...INPUTS, ...PICKERS, ...SELECTS, ...MULTI, ...CHOICES],
};

export function checkElement(value: unknown, path: string, place: Place, fault: Fault): void {
  const element = fieldsOf(value);
  if (!element) {
    fault(path, 'missing required field');
    return;
  }
  const type = String(element['type']);
  if (!ALLOWED[place].includes(type)) {
    fault(`${path}/type`, `unsupported type: ${type}`);
    return;
  }
  if (element['action_id'] !== undefined) {
    checkString(element['action_id'], `${path}/action_id`, limits.actionId, fault);
  }
  if (element['confirm'] !== undefined) checkConfirm(element['confirm'], `${path}/confirm`, fault);
  if (element['placeholder'] !== undefined) {
    const rule = { most: limits.placeholder, plainOnly: true, path: `${path}/placeholder` };
    checkText(element['placeholder'], rule, fault);
  }
  checkInitial(element, path, fault);
  switch (type) {
    case 'button':
      checkButton(element, path, fault);
      return;
    case 'image':
      checkImageElement(element, path, fault);
      return;
    case 'overflow':
      checkOptions(element['options'], `${path}/options`, limits.overflowOptions, fault);
      return;
    case 'radio_buttons':
    case 'checkboxes':
      checkOptions(element['options'], `${path}/options`, limits.choices, fault);
      return;
    case 'static_select':
    case 'multi_static_select':
      if (element['option_groups'] !== undefined) return;
      checkOptions(element['options'], `${path}/options`, limits.selectOptions, fault);
      return;
    default:
      return;
  }
}

function checkButton(button: Fields, path: string, fault: Fault): void {
  checkText(button['text'], { most: limits.buttonText, plainOnly: true, path: `${path}/text` }, fault);
  if (button['value'] !== undefined) checkString(button['value'], `${path}/value`, limits.buttonValue, fault);
  if (button['url'] !== undefined) checkString(button['url'], `${path}/url`, limits.buttonUrl, fault);
  if (button['style'] !== undefined && !['primary', 'danger'].includes(String(button['style']))) {
    fault(`${path}/style`, 'must be primary or danger');
  }
}

function checkImageElement(image: Fields, path: string, fault: Fault): void {
  checkString(image['alt_text'], `${path}/alt_text`, limits.altText, fault);
  if (image['slack_file'] === undefined) {
    checkString(image['image_url'], `${path}/image_url`, limits.imageUrl, fault);
  }
}

function checkOptions(value: unknown, path: string, most: number, fault: Fault): void {
  listOf(value, path, 1, most, fault).forEach((item, index) => {
    checkOption(fieldsOf(item) ?? {}, `${path}/${index}`, fault);
  });
}

function checkOption(option: Fields, path: string, fault: Fault): void {
  checkText(option['text'], { most: limits.optionText, path: `${path}/text` }, fault);
  checkString(option['value'], `${path}/value`, limits.optionValue, fault);
}
