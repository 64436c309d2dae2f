import type { View } from '../../src/core/effects.js';

type Json = Readonly<Record<string, unknown>>;

/** What a person types or chooses: text, a moment or a number of seconds, values of options, or nothing. */
type Entry = string | Date | readonly string[] | null;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** `view` as Slack hands it in when a person sends it off: each field as it was drawn, or as it was changed. */
export function sentOff(view: View, entries: Readonly<Record<string, Entry>> = {}, about: Json = {}): Json {
  const fields = listOf(view['blocks']).filter(({ type }) => type === 'input');
  const names = fields.map((block) => String(block['block_id']));
  const unknown = Object.keys(entries).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no field ${unknown}`);
  const values = Object.fromEntries(
    fields.map((block, index) => {
      const element = isObject(block['element']) ? block['element'] : {};
      const name = names[index] ?? '';
      const answer = name in entries ? entered(element, entries[name] ?? null) : untouched(element);
      return [name, { [String(element['action_id'])]: { type: element['type'], ...answer } }];
    }),
  );
  return {
    type: 'view_submission',
    team: { id: 'T1', domain: 'acme' },
    user: { id: 'UANA', username: 'ana', name: 'ana', team_id: 'T1' },
    api_app_id: 'A1',
    token: 'verification-token',
    trigger_id: '111.222.xxx',
    view: {
      id: 'V1',
      team_id: 'T1',
      app_installed_team_id: 'T1',
      ...view,
      state: { values },
      hash: '1717857600.abc',
      root_view_id: 'V1',
      ...about,
    },
    response_urls: [],
  };
}

function untouched(element: Json): Json {
  switch (element['type']) {
    case 'static_select':
      return { selected_option: element['initial_option'] ?? null };
    case 'checkboxes':
      return { selected_options: element['initial_options'] ?? [] };
    case 'datetimepicker':
      return { selected_date_time: element['initial_date_time'] ?? null };
    case 'datepicker':
      return { selected_date: null };
    case 'users_select':
      return { selected_user: null };
    default:
      return { value: element['initial_value'] ?? null };
  }
}

function entered(element: Json, entry: Entry): Json {
  const chosen = (value: unknown) => {
    const found = listOf(element['options']).find((option) => option['value'] === value);
    if (!found) throw new Error(`There is no option ${String(value)}`);
    return found;
  };
  switch (element['type']) {
    case 'static_select':
      return { selected_option: entry === null ? null : chosen(entry) };
    case 'checkboxes':
      return { selected_options: Array.isArray(entry) ? entry.map(chosen) : [] };
    case 'datetimepicker':
      return { selected_date_time: entry instanceof Date ? Math.floor(entry.getTime() / 1000) : null };
    case 'datepicker':
      return { selected_date: entry };
    case 'users_select':
      return { selected_user: entry };
    default:
      return { value: entry };
  }
}
