import { channelOf, personOf } from '../lookups.js';
import { fieldsOf } from '../text-rules.js';
import type { Fields, World } from '../world.js';

/** What a person chose or typed, in the simplest words: text, a moment, a list of values, or nothing. */
export type Entry = string | Date | readonly string[] | null;

/**
 * An element's value as `state.values` and `actions` hold it, without its type; people and channels by name or id.
 * Throws on what is not offered and on what its field would not let anybody type.
 */
export function elementValue(world: World, element: Fields, entry: Entry | undefined): Fields {
  const one = typeof entry === 'string' ? entry : null;
  const many = typeof entry === 'string' ? [entry] : isList(entry) ? entry : [];
  /** What stands there when nothing was entered. */
  const initially = (name: string, otherwise: unknown = null): unknown => element[name] ?? otherwise;
  const isUntouched = entry === undefined;
  const person = (name: string) => personOf(world, name).id;
  const channel = (name: string) => channelOf(world, name).id;
  switch (String(element['type'])) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { selected_option: isUntouched ? initially('initial_option') : option(element, one) };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return {
        selected_options: isUntouched
          ? initially('initial_options', [])
          : many.map((value) => option(element, value)),
      };
    case 'users_select':
      return { selected_user: isUntouched ? initially('initial_user') : one && person(one) };
    case 'multi_users_select':
      return { selected_users: isUntouched ? initially('initial_users', []) : many.map(person) };
    case 'channels_select':
      return { selected_channel: isUntouched ? initially('initial_channel') : one && channel(one) };
    case 'multi_channels_select':
      return { selected_channels: isUntouched ? initially('initial_channels', []) : many.map(channel) };
    case 'conversations_select':
      return {
        selected_conversation: isUntouched ? initially('initial_conversation') : one && channel(one),
      };
    case 'multi_conversations_select':
      return {
        selected_conversations: isUntouched ? initially('initial_conversations', []) : many.map(channel),
      };
    case 'datepicker':
      return { selected_date: isUntouched ? initially('initial_date') : like(DATE, one, element) };
    case 'timepicker':
      return { selected_time: isUntouched ? initially('initial_time') : like(TIME, one, element) };
    case 'datetimepicker':
      return { selected_date_time: isUntouched ? initially('initial_date_time') : seconds(entry, element) };
    case 'button':
      return element['value'] === undefined ? {} : { value: element['value'] };
    case 'rich_text_input':
      return { rich_text_value: isUntouched ? initially('initial_value') : one && richText(one) };
    default:
      return { value: isUntouched ? initially('initial_value') : typed(element, one) };
  }
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const isList = (entry: Entry | undefined): entry is readonly string[] => Array.isArray(entry);
const nameOf = (element: Fields): string => String(element['action_id']);

/** The option of that value. */
function option(element: Fields, value: string | null): Fields | null {
  if (value === null) return null;
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'].map(fieldsOf) : [];
  const lists = [element['options'], ...groups.map((group) => group?.['options'])];
  const options = lists.flatMap((list) => (Array.isArray(list) ? list : []));
  const found = options.map(fieldsOf).find((candidate) => candidate?.['value'] === value);
  if (!found) throw new Error(`There is no option ${value} in ${nameOf(element)}`);
  return found;
}

function like(form: RegExp, value: string | null, element: Fields): string | null {
  if (value !== null && !form.test(value)) throw new Error(`${nameOf(element)} does not take ${value}`);
  return value;
}

/** The moment that was picked, in whole seconds; as text it may be seconds or any date that JavaScript reads. */
function seconds(entry: Entry, element: Fields): number | null {
  if (entry === null) return null;
  const at =
    typeof entry === 'string' && /^\d+$/.test(entry)
      ? Number(entry) * 1000
      : new Date(String(entry)).getTime();
  const exact = entry instanceof Date ? entry.getTime() : at;
  if (Number.isNaN(exact)) throw new Error(`${nameOf(element)} does not take ${String(entry)}`);
  return Math.floor(exact / 1000);
}

function typed(element: Fields, value: string | null): string | null {
  const { min_length, max_length } = element;
  if (value === null) return null;
  if (typeof max_length === 'number' && value.length > max_length) {
    throw new Error(`${nameOf(element)} takes no more than ${max_length} characters`);
  }
  if (typeof min_length === 'number' && value.length < min_length) {
    throw new Error(`${nameOf(element)} takes no less than ${min_length} characters`);
  }
  return value === '' ? null : value;
}

const richText = (text: string): Fields => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** Nothing chosen and nothing typed. */
export function isEmptyValue(value: Fields): boolean {
  return Object.values(value).every(
    (part) => part === null || part === '' || (Array.isArray(part) && part.length === 0),
  );
}
