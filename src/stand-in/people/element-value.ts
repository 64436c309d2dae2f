import { fieldsOf } from '../text-rules.js';
import type { Fields } from '../world.js';

/** What a person chose or typed, in the simplest words: text, a list of values, or nothing. */
export type Entry = string | readonly string[] | null;

/** An element's value as `state.values` and `actions` hold it, without its type. Throws on what is not offered. */
export function elementValue(element: Fields, entry: Entry | undefined): Fields {
  const type = String(element['type']);
  const one = typeof entry === 'string' ? entry : null;
  const many = Array.isArray(entry) ? entry : one === null ? [] : [one];
  switch (type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return {
        selected_option: entry === undefined ? (element['initial_option'] ?? null) : option(element, one),
      };
    case 'checkboxes':
    case 'multi_static_select':
      return {
        selected_options:
          entry === undefined
            ? (element['initial_options'] ?? [])
            : many.map((value) => option(element, value)),
      };
    case 'users_select':
      return { selected_user: entry === undefined ? (element['initial_user'] ?? null) : one };
    case 'multi_users_select':
      return { selected_users: entry === undefined ? (element['initial_users'] ?? []) : many };
    case 'channels_select':
      return { selected_channel: entry === undefined ? (element['initial_channel'] ?? null) : one };
    case 'conversations_select':
      return { selected_conversation: entry === undefined ? (element['initial_conversation'] ?? null) : one };
    case 'datepicker':
      return { selected_date: entry === undefined ? (element['initial_date'] ?? null) : one };
    case 'timepicker':
      return { selected_time: entry === undefined ? (element['initial_time'] ?? null) : one };
    case 'datetimepicker': {
      const initial = element['initial_date_time'] ?? null;
      return { selected_date_time: entry === undefined ? initial : one === null ? null : Number(one) };
    }
    case 'button':
      return element['value'] === undefined ? {} : { value: element['value'] };
    default:
      return { value: entry === undefined ? (element['initial_value'] ?? null) : one };
  }
}

/** The option of that value. */
function option(element: Fields, value: string | null): Fields | null {
  if (value === null) return null;
  const options = Array.isArray(element['options']) ? element['options'] : [];
  const found = options.map(fieldsOf).find((candidate) => candidate?.['value'] === value);
  if (!found) throw new Error(`There is no option ${value} in ${String(element['action_id'])}`);
  return found;
}

/** Nothing chosen and nothing typed. */
export function isEmptyValue(value: Fields): boolean {
  return Object.values(value).every(
    (part) => part === null || part === '' || (Array.isArray(part) && part.length === 0),
  );
}
