import type { SettableStatus } from '../core/incident/commands.js';
import { type Incident, isOpen } from '../core/incident/incident.js';
import { statusName } from '../core/incident/naming.js';
import { addressed } from './addressed.js';
import type { CommandButton } from './blocks.js';
import { CARD_BUTTONS } from './limits.js';

/** The step that usually comes next. */
const NEXT: Readonly<Record<SettableStatus, SettableStatus | null>> = {
  investigating: 'identified',
  identified: 'monitoring',
  monitoring: null,
  mitigated: 'monitoring',
};

export const timelineButton: CommandButton = { label: 'Timeline', command: 'timeline' };
export const takeLeadButton: CommandButton = { label: 'Take the lead', command: 'lead me' };
export const updateButton: CommandButton = { label: 'Give an update', command: 'update' };
export const keepOpenButton: CommandButton = { label: 'Keep it open', command: 'close cancel' };
const draftAgain: CommandButton = { label: 'Draft again', command: 'postmortem' };

const resolve: CommandButton = {
  label: 'Resolve',
  command: 'resolve',
  style: 'primary',
  confirm: {
    title: 'Resolve the incident?',
    text: 'It ends now, and the postmortem draft is posted in its channel. It can be reopened.',
    yes: 'Resolve',
  },
};

const reopen: CommandButton = {
  label: 'Reopen',
  command: 'reopen',
  confirm: { title: 'Reopen the incident?', text: 'It continues with the same record.', yes: 'Reopen' },
};

/** The few buttons of the card: what one would most likely want next. */
export function cardButtons(incident: Incident): readonly CommandButton[] {
  if (!isOpen(incident)) return endedButtons(incident);
  const step = incident.lead === null ? [takeLeadButton] : nextStatus(incident);
  return [...step, updateButton, timelineButton, resolve].slice(0, CARD_BUTTONS);
}

/** The panel is one person's own: it may offer a little more than the card. */
export function panelButtons(incident: Incident): readonly CommandButton[] {
  const wanted = isOpen(incident)
    ? [
        ...(incident.lead === null ? [takeLeadButton] : []),
        ...nextStatus(incident),
        updateButton,
        { label: 'Add a note', command: 'note' },
        { label: 'Add a follow-up', command: 'task' },
        timelineButton,
        resolve,
      ]
    : [...endedButtons(incident), { label: 'Follow-ups', command: 'tasks' }];
  return wanted.map((button) => inIncident(incident, button));
}

/** The same button where it may stand outside the incident's channel. */
export const inIncident = (incident: Incident, button: CommandButton): CommandButton => ({
  ...button,
  command: addressed(incident, button.command),
});

/** A merged incident goes on elsewhere: it is not drafted or reopened by a slip of the thumb. */
function endedButtons(incident: Incident): readonly CommandButton[] {
  const closing = incident.closingAt === null ? [] : [keepOpenButton];
  if (incident.mergedInto !== null) return [timelineButton, ...closing];
  return [timelineButton, draftAgain, reopen, ...closing];
}

function nextStatus(incident: Incident): readonly CommandButton[] {
  if (incident.status === 'resolved' || incident.status === 'cancelled') return [];
  const next = NEXT[incident.status];
  return next === null ? [] : [{ label: statusName(next), command: `status ${next}` }];
}

/** What one can do about a reminder. */
export const reminderButtons = (): readonly CommandButton[] => [
  updateButton,
  { label: 'Snooze 30 min', command: 'snooze 30m' },
  { label: 'Stop', command: 'snooze off' },
];
