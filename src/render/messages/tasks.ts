import type { Message } from '../../core/effects.js';
import { type FollowUp, type Incident, incidentName } from '../../core/incident/incident.js';
import { dateInWords } from '../../core/time/calendar.js';
import { addressed } from '../addressed.js';
import { buttons, type CommandButton, context, message, sections, sectionWithButton } from '../blocks.js';
import { escaped, userLine } from '../mrkdwn.js';
import { forOnePerson, type Naming, type People } from '../names.js';
import { pageButtons, placeInPages } from '../paging.js';
import { shortened } from '../split-text.js';

/** One follow-up and the incident it belongs to. */
export interface TaskItem {
  readonly incident: Incident;
  readonly followUp: FollowUp;
}

export interface TasksView {
  /** Null: those of one person, in all their incidents. */
  readonly incident: Incident | null;
  /** Those of this page; `total` counts all pages. */
  readonly items: readonly TaskItem[];
  readonly total: number;
  /** 1 is the first. */
  readonly page: number;
  readonly scope: 'open' | 'all' | 'mine';
  readonly people: People;
  /** Calendar day, `YYYY-MM-DD`, by which a task is overdue. */
  readonly today: string;
}

const TEXT = 500;

/** Follow-ups, each with a button to tick it off. */
export function tasks(view: TasksView): Message {
  const naming = forOnePerson(view.people);
  const head = headOf(view);
  const lines = view.items.map((item) => lineOf(item, view, naming));
  const command = view.incident === null ? 'tasks mine' : addressed(view.incident, `tasks ${view.scope}`);
  return message([head, ...lines].join('\n'), [
    ...sections(head),
    ...view.items.flatMap((item, index) => sectionWithButton(lines[index] ?? '', buttonOf(item))),
    ...buttons(pageButtons(command, view.page, view.total)),
    ...context(hintFor(view)),
  ]);
}

function headOf({ incident, items, total, page, scope }: TasksView): string {
  const where = incident === null ? '' : ` of ${incidentName(incident)}`;
  if (total === 0) {
    if (incident === null) return 'You have no open follow-up.';
    return scope === 'all' ? `No follow-up${where} yet.` : `No follow-up${where} is open.`;
  }
  const what =
    incident === null ? 'Your open follow-ups' : scope === 'all' ? 'All follow-ups' : 'Open follow-ups';
  return `*${what}${where}*${placeInPages(page, items.length, total)}`;
}

function lineOf({ incident, followUp }: TaskItem, view: TasksView, naming: Naming): string {
  const text = shortened(userLine(followUp.text, naming), TEXT) || 'without words';
  const name =
    view.incident === null ? `${incidentName(incident)} · ${followUp.number}` : `${followUp.number}`;
  const isMine = view.incident === null;
  const owner = followUp.owner === null ? 'no owner' : naming(followUp.owner);
  const detail = [
    ...(isMine ? [] : [owner]),
    dueInWords(followUp, view.today),
    ...(followUp.withdrawn ? ['taken back'] : followUp.done ? ['done'] : []),
  ].join(' · ');
  return `*${name}* ${text}\n${detail}`;
}

/** Days compare as text: both are `YYYY-MM-DD`. */
function dueInWords({ due, done, withdrawn }: FollowUp, today: string): string {
  if (due === null) return 'no due date';
  const day = escaped(dateInWords(due));
  if (done || withdrawn || due > today) return `due ${day}`;
  return due === today ? 'due today' : `*overdue* since ${day}`;
}

function buttonOf({ incident, followUp }: TaskItem): CommandButton | null {
  if (followUp.withdrawn) return null;
  return followUp.done
    ? { label: 'Not done', command: addressed(incident, `undone ${followUp.number}`) }
    : { label: 'Done', command: addressed(incident, `done ${followUp.number}`) };
}

function hintFor({ incident, items, scope }: TasksView): string {
  const first = items[0]?.followUp.number;
  if (incident === null) return '';
  if (first === undefined) return 'Add one: `/incident task TEXT @owner by DATE`';
  const more = scope === 'open' ? ' · done ones too: `/incident tasks all`' : '';
  return `\`/incident assign ${first} @name\` · \`/incident due ${first} DATE\`${more}`;
}
