import { limits } from './limits.js';
import { type Fault, fieldsOf } from './text-rules.js';
import type { Fields } from './world.js';

/** What Slack refuses among the values that a field begins with, and among its bounds. */
export function checkInitial(element: Fields, path: string, fault: Fault): void {
  switch (element['type']) {
    case 'plain_text_input':
      checkTyped(element, path, fault);
      return;
    case 'datepicker':
      checkForm(element, 'initial_date', /^\d{4}-\d{2}-\d{2}$/, path, fault);
      return;
    case 'timepicker':
      checkForm(element, 'initial_time', /^\d{2}:\d{2}$/, path, fault);
      return;
    case 'datetimepicker': {
      const initial = element['initial_date_time'];
      // Seconds since 1970, of ten digits.
      if (initial !== undefined && !(Number.isInteger(initial) && String(initial).length === 10)) {
        fault(`${path}/initial_date_time`, 'must be an integer of 10 digits');
      }
      return;
    }
    case 'static_select':
    case 'radio_buttons':
      checkOffered(element, 'initial_option', [element['initial_option']], path, fault);
      return;
    case 'checkboxes':
    case 'multi_static_select': {
      const initial = element['initial_options'];
      if (Array.isArray(initial) && initial.length === 0)
        fault(`${path}/initial_options`, 'must not be empty');
      checkOffered(element, 'initial_options', Array.isArray(initial) ? initial : [], path, fault);
      return;
    }
    default:
      return;
  }
}

function checkTyped(element: Fields, path: string, fault: Fault): void {
  const { initial_value, max_length } = element;
  if (max_length !== undefined && !(Number.isInteger(max_length) && Number(max_length) <= limits.typedText)) {
    fault(`${path}/max_length`, `must be no more than ${limits.typedText}`);
  }
  if (initial_value === undefined) return;
  const most = typeof max_length === 'number' ? max_length : limits.typedText;
  if (typeof initial_value !== 'string' || initial_value.length > most) {
    fault(`${path}/initial_value`, `must be less than ${most + 1} characters`);
  }
}

function checkForm(element: Fields, name: string, form: RegExp, path: string, fault: Fault): void {
  const initial = element[name];
  if (initial === undefined) return;
  if (typeof initial !== 'string' || !form.test(initial)) fault(`${path}/${name}`, 'has the wrong form');
}

/** An option that a menu begins with must be one of its options, to the letter. */
function checkOffered(
  element: Fields,
  name: string,
  initial: readonly unknown[],
  path: string,
  fault: Fault,
): void {
  const { options, option_groups } = element;
  const groups = Array.isArray(option_groups) ? option_groups.map(fieldsOf) : [];
  const lists = [options, ...groups.map((group) => group?.['options'])];
  const offered = lists.flatMap((list) => (Array.isArray(list) ? list : [])).map(canonical);
  for (const one of initial) {
    if (one === undefined || offered.includes(canonical(one))) continue;
    fault(`${path}/${name}`, 'must be one of the options');
  }
}

/** The same for an option whose text is said to be `emoji: true` and one that leaves it out. */
function canonical(option: unknown): string {
  const fields = fieldsOf(option);
  const text = fieldsOf(fields?.['text']);
  return JSON.stringify([fields?.['value'], text?.['type'], text?.['text']]);
}
