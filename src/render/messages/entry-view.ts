import type { Message } from '../../core/effects.js';
import { STATED_KINDS } from '../../core/incident/events.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import {
  type EntryKind,
  FIXED_KINDS,
  TITLE_KINDS,
  type TimelineEntry,
  WORDLESS_KINDS,
} from '../../core/timeline/entry.js';
import { entryCode } from '../../core/timeline/entry-code.js';
import { addressed } from '../addressed.js';
import { buttons, type CommandButton, context, message, sections } from '../blocks.js';
import { entryHistory } from '../entry-history.js';
import { authorName, entryTime, entryWords, kindName } from '../entry-words.js';
import { dateToken, userText } from '../mrkdwn.js';
import { forOnePerson, type Naming, type People } from '../names.js';
import { shortened } from '../split-text.js';

/** The text of an entry; what is longer stands whole in the record and behind the link. */
const TEXT = 6000;

export interface EntryViewContext {
  readonly people: People;
  readonly workspaceUrl: string | null;
}

/** One line of the record whole, with its history and what can be done with it. */
export function entryView(incident: Incident, entry: TimelineEntry, view: EntryViewContext): Message {
  const naming = forOnePerson(view.people);
  const head = headLine(incident, entry, view, naming);
  const history = entryHistory(entry, incident.zone, naming).join('\n');
  return message(`${head}\n${wordsOf(entry, naming)}`, [
    ...sections(head),
    ...sections(wordsOf(entry, naming)),
    ...context(history),
    ...buttons(
      buttonsFor(incident, entry).map((button) => ({
        ...button,
        command: addressed(incident, button.command),
      })),
    ),
  ]);
}

function headLine(incident: Incident, entry: TimelineEntry, view: EntryViewContext, naming: Naming): string {
  const who = authorName(entry, naming);
  return [
    `\`${entryCode(entry.id)}\` *${incidentName(incident)}*`,
    kindName(entry.kind) || 'Message',
    entryTime(entry, incident.zone, view.workspaceUrl),
    who === '' ? '' : `by ${who}`,
    entry.backdated ? `added ${dateToken(entry.recordedAt, incident.zone)}` : '',
    entry.hidden ? '*hidden*' : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Line breaks and all, where it is a person's text; what was deleted or removed is not repeated. */
function wordsOf(entry: TimelineEntry, naming: Naming): string {
  const words = entryWords(entry, naming, TEXT);
  if (entry.withdrawn || entry.redacted || Object.keys(entry.detail).length > 0 || entry.files.length > 0)
    return words || '_no words_';
  return shortened(userText(entry.text, naming).trim(), TEXT) || '_no words_';
}

const UNDOABLE: readonly EntryKind[] = [
  ...STATED_KINDS,
  'task',
  'status',
  'severity',
  'lead',
  'role',
  'renamed',
  'handoff',
];

function buttonsFor(incident: Incident, entry: TimelineEntry): readonly CommandButton[] {
  const code = entryCode(entry.id);
  const redact: CommandButton = {
    label: 'Redact',
    command: `redact ${code}`,
    style: 'danger',
    confirm: {
      title: 'Remove these words for good?',
      text: 'They go from the record, its history and what the bot has posted. This cannot be undone. The line itself stays.',
      yes: 'Redact',
    },
  };
  // The title that stands on the card is changed by `rename` first.
  const isTitle = TITLE_KINDS.has(entry.kind) && entry.text === incident.title;
  const canRedact = !entry.redacted && !WORDLESS_KINDS.has(entry.kind) && !isTitle;
  if (entry.withdrawn) return canRedact ? [redact] : [];
  const canEdit = !entry.redacted && !FIXED_KINDS.has(entry.kind);
  const canUndo = !entry.redacted && UNDOABLE.includes(entry.kind) && entry.id.startsWith('delivery:');
  return [
    ...(canEdit ? [{ label: 'Edit', command: `edit ${code}` }] : []),
    entry.hidden
      ? { label: 'Show it again', command: `unhide ${code}` }
      : { label: 'Hide', command: `hide ${code}` },
    ...(canRedact ? [redact] : []),
    ...(canUndo ? [{ label: 'Undo', command: `undo ${code}` }] : []),
  ];
}
