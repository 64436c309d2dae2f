import type { View } from '../../core/effects.js';
import type { UserId } from '../../core/ids.js';
import type { FollowUp, Incident } from '../../core/incident/incident.js';
import { dateInWords } from '../../core/time/calendar.js';
import { homePageId } from '../action-ids.js';
import { addressed } from '../addressed.js';
import { type Block, buttons, type CommandButton, context, sections, sectionWithButton } from '../blocks.js';
import { standingLine, whereInWords } from '../incident-lines.js';
import { AGO, dateToken, escaped, userLine } from '../mrkdwn.js';
import { forOnePerson, type Naming, type People } from '../names.js';
import { shortened } from '../split-text.js';
import { titleLine } from '../words.js';

interface Part<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** All that somebody's App Home shows: only what this person may see. */
export interface HomeData {
  /** `HOME_SIZES.open` open incidents of the page, newest first. */
  readonly open: Part<Incident>;
  /** `HOME_SIZES.tasks` open follow-ups of this person on the page, the one due first at the top. */
  readonly tasks: Part<{ readonly incident: Incident; readonly followUp: FollowUp }>;
  /** Questions of drafts that this person can answer. */
  readonly questions: readonly {
    readonly incident: Incident;
    readonly question: { readonly id: string; readonly ask: string };
  }[];
  /** Ended incidents with a draft, newest first. */
  readonly postmortems: readonly Incident[];
  /** 1 is the first. Questions and postmortems stand on the first page only. */
  readonly page: number;
  readonly user: UserId;
  readonly people: People;
  /** `YYYY-MM-DD` where this person is. */
  readonly today: string;
}

/** How many of each a page shows: together within the hundred blocks of a view. */
export const HOME_SIZES = { open: 10, tasks: 10, questions: 10, postmortems: 10 } as const;

const TEXT = 300;

/** A line, and the button beside it. */
interface Row {
  readonly text: string;
  readonly button: CommandButton | null;
}

export function homeView(data: HomeData): View {
  const naming = forOnePerson(data.people);
  const isFirst = data.page <= 1;
  const parts = [
    part('Open incidents', data.open.items.slice(0, HOME_SIZES.open).map(openRow), data.open.total),
    part('Your follow-ups', data.tasks.items.slice(0, HOME_SIZES.tasks).map(taskRow), data.tasks.total),
    ...(isFirst
      ? [
          part(
            'Questions for you',
            data.questions.slice(0, HOME_SIZES.questions).map(questionRow),
            data.questions.length,
          ),
          part(
            'Recent postmortems',
            data.postmortems.slice(0, HOME_SIZES.postmortems).map(postmortemRow),
            null,
          ),
        ]
      : []),
  ].filter(({ rows }) => rows.length > 0);
  const rowsBefore = parts.map((_, index) => sum(parts.slice(0, index).map(({ rows }) => rows.length)));
  const blocks = [
    ...buttons([{ label: 'Declare an incident', command: 'declare', style: 'primary' }]),
    ...(isFirst && data.open.total === 0 ? sections(QUIET) : []),
    ...(!isFirst && parts.length === 0 ? sections('There is nothing on this page any more.') : []),
    ...parts.flatMap(({ heading, rows }, index) => [
      ...sections(heading),
      // The first button of the view is [Declare an incident].
      ...rows.flatMap(({ text, button }, row) =>
        sectionWithButton(text, button, 1 + (rowsBefore[index] ?? 0) + row),
      ),
    ]),
    ...pager(data),
    ...context('`/incident help` shows all commands · `/incident find TEXT` searches the record'),
  ];
  return { type: 'home', blocks };

  function openRow(incident: Incident): Row {
    const lead = incident.lead === data.user ? 'you lead' : leadOf(incident, naming);
    const age = `open since ${dateToken(incident.declaredAt, incident.zone, AGO)}`;
    const facts = [standingLine(incident), lead, age, whereInWords(incident)];
    return {
      text: `${marked(incident, naming)}\n${facts.join(' · ')}`,
      button: { label: 'Join', command: addressed(incident, 'join') },
    };
  }

  function taskRow({ incident, followUp }: HomeData['tasks']['items'][number]): Row {
    const what = shortened(userLine(followUp.text, naming), TEXT) || 'no text';
    const due = followUp.due === null ? '' : dueInWords(followUp.due, data.today);
    return {
      text: `${what}\n${[`Follow-up ${followUp.number} of ${marked(incident, naming)}`, due].filter(Boolean).join(' · ')}`,
      button: { label: 'Done', command: addressed(incident, `done ${followUp.number}`) },
    };
  }

  function questionRow({ incident, question }: HomeData['questions'][number]): Row {
    return {
      text: `${shortened(userLine(question.ask, naming), TEXT) || 'A question'}\n${marked(incident, naming)}`,
      button: { label: 'Answer', command: addressed(incident, `answer ${question.id}`) },
    };
  }

  function postmortemRow(incident: Incident): Row {
    const ended = incident.endedAt === null ? [] : [`ended ${dateToken(incident.endedAt, incident.zone)}`];
    return {
      text: `${marked(incident, naming)}\n${[standingLine(incident), ...ended, whereInWords(incident)].join(' · ')}`,
      button: null,
    };
  }
}

const QUIET =
  'No incident is open. When something breaks, declare it here or with `/incident declare TITLE` in any channel: a channel opens at once, what is said there is recorded, and a postmortem is drafted from it at the end.';

/** Nobody else sees the App Home, but people look over shoulders. */
const marked = (incident: Incident, naming: Naming): string =>
  `${incident.private ? '🔒 Private · ' : ''}${titleLine(incident, naming)}`;

function part(heading: string, rows: readonly Row[], total: number | null) {
  const count = total === null || total <= rows.length ? '' : ` (${total})`;
  return { heading: `*${heading}*${count}`, rows };
}

const leadOf = (incident: Incident, naming: Naming): string =>
  incident.lead === null ? 'no lead' : `lead ${naming(incident.lead)}`;

/** Days as `YYYY-MM-DD` sort as text. */
function dueInWords(due: string, today: string): string {
  if (due < today) return `*overdue since ${escaped(dateInWords(due))}*`;
  return due === today ? '*due today*' : `due ${escaped(dateInWords(due))}`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Buttons to the pages on both sides, where there are any. */
function pager({ open, tasks, page }: HomeData): readonly Block[] {
  const pages = Math.max(
    1,
    Math.ceil(open.total / HOME_SIZES.open),
    Math.ceil(tasks.total / HOME_SIZES.tasks),
  );
  const elements = [
    ...(page > 1 ? [turn('Previous page', Math.min(page - 1, pages))] : []),
    ...(page < pages ? [turn('Next page', page + 1)] : []),
  ];
  if (elements.length === 0) return [];
  return [...context(`Page ${page} of ${Math.max(page, pages)}`), { type: 'actions', elements }];
}

const turn = (label: string, page: number): Block => ({
  type: 'button',
  action_id: homePageId(page),
  text: { type: 'plain_text', text: label, emoji: true },
  value: String(page),
});
