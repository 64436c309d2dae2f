import type { Message } from '../../core/effects.js';
import type { IncidentEvent } from '../../core/incident/events.js';
import { type Incident, isOpen } from '../../core/incident/incident.js';
import { QUIET_MINUTES } from '../../core/incident/redraft.js';
import type { TimelineEntry } from '../../core/timeline/entry.js';
import { addressed } from '../addressed.js';
import { buttons, type CommandButton, context, message, sections } from '../blocks.js';
import { keepOpenButton } from '../command-buttons.js';
import { forOnePerson, type People } from '../names.js';
import { savedInWords } from '../saved-words.js';

export interface ReceiptContext {
  /** How many secrets were masked in the command. */
  readonly masked: number;
  readonly people: People;
  /** The entry's code, as `entryCode` makes it; null where the event has no entry. */
  readonly code: string | null;
  /** How many events of the same kind came of the same command, besides this one. */
  readonly more?: number;
  /** The line that was taken back, as it is now. */
  readonly line?: TimelineEntry | null;
  /** What the changed follow-up says. */
  readonly task?: string | null;
}

/** What was saved, for the one who said it, and how to put it right. Sent after the commit only. */
export function receipt(event: IncidentEvent, after: Incident, about: ReceiptContext): Message {
  const { code, more = 0, line = null, task = null } = about;
  const naming = forOnePerson(about.people);
  const text = savedInWords(event, after, { naming, code, more, line, task });
  const row = more > 0 ? [] : buttonsFor(event, after, code);
  return message(text, [
    ...sections(text),
    ...buttons(row.map(({ label, command }) => ({ label, command: addressed(after, command) }))),
    ...context([maskedInWords(about.masked), draftInWords(event, after)].filter(Boolean).join(' ')),
  ]);
}

/** Events that add to the record of an incident which is over and has been drafted. */
function draftInWords(event: IncidentEvent, after: Incident): string {
  const adds = event.kind === 'stated' || event.kind === 'follow-up-added';
  return adds && !isOpen(after) && after.draftVersion > 0 && after.mergedInto === null
    ? `The draft is made again once nothing has been added for ${QUIET_MINUTES} minutes.`
    : '';
}

function maskedInWords(count: number): string {
  if (count === 0) return '';
  const what = count === 1 ? 'One secret was masked' : `${count} secrets were masked`;
  return `${what} before anything was saved. Slack still shows what you typed: change the ${count === 1 ? 'secret' : 'secrets'}.`;
}

function buttonsFor(event: IncidentEvent, after: Incident, code: string | null): readonly CommandButton[] {
  switch (event.kind) {
    case 'follow-up-added':
      return [
        ...(event.owner === null ? [{ label: 'I do it', command: `assign ${event.number} me` }] : []),
        ...(code === null ? [] : [{ label: 'Undo', command: `undo ${code}` }]),
      ];
    case 'stated':
    case 'status-changed':
    case 'severity-changed':
      return code === null
        ? []
        : [
            { label: 'Fix time', command: `edit ${code}` },
            { label: 'Undo', command: `undo ${code}` },
          ];
    case 'lead-assigned':
    case 'role-assigned':
    case 'renamed':
    case 'handoff-offered':
      return code === null ? [] : [{ label: 'Undo', command: `undo ${code}` }];
    case 'follow-up-changed':
      if (event.change.done === undefined) return [];
      return [{ label: 'Undo', command: `${event.change.done ? 'undone' : 'done'} ${event.number}` }];
    case 'entry-corrected':
      return code === null ? [] : [{ label: 'Edit again', command: `edit ${code}` }];
    case 'entry-hidden':
      if (code === null) return [];
      return [
        event.hidden
          ? { label: 'Show it again', command: `unhide ${code}` }
          : { label: 'Hide it', command: `hide ${code}` },
      ];
    case 'snoozed':
      return isOpen(after) && event.until === null
        ? [{ label: 'Remind me in 30 min', command: 'snooze 30m' }]
        : [];
    case 'closing':
      return [keepOpenButton];
    case 'declared':
    case 'channel-opened':
    case 'escalated':
    case 'update-posted':
    case 'entry-redacted':
    case 'undone':
    case 'resolved':
    case 'reopened':
    case 'cancelled':
    case 'merged':
    case 'absorbed':
    case 'kept-open':
    case 'postmortem-assigned':
    case 'draft-edited':
    case 'question-declined':
    case 'draft-requested':
      return [];
  }
}
