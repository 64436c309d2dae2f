import type { SettableStatus } from '../core/incident/commands.js';
import { type Incident, isOpen } from '../core/incident/incident.js';
import { statusName } from '../core/incident/naming.js';
import type { CommandButton } from './blocks.js';
import { CARD_BUTTONS } from './limits.js';

/** The step that usually comes next. */
const NEXT: Readonly<Record<SettableStatus, SettableStatus | null>> = {
  investigating: 'identified',
  identified: 'monitoring',
  monitoring: null,
  mitigated: 'monitoring',
};

const timeline: CommandButton = { label: 'Timeline', command: 'timeline' };
const takeLead: CommandButton = { label: 'Take the lead', command: 'lead me' };
const draftAgain: CommandButton = { label: 'Draft again', command: 'postmortem' };

const resolve: CommandButton = {
  label: 'Resolve',
  command: 'resolve',
  style: 'primary',
  confirm: {
    title: 'Resolve the incident?',
    text: 'It ends now, and the postmortem draft is posted here. It can be reopened.',
    yes: 'Resolve',
  },
};

const reopen: CommandButton = {
  label: 'Reopen',
  command: 'reopen',
  confirm: { title: 'Reopen the incident?', text: 'It continues with the same record.', yes: 'Reopen' },
};

/** The few buttons of card and panel: what one would most likely want next. */
export function usualButtons(incident: Incident): readonly CommandButton[] {
  if (!isOpen(incident)) return [timeline, draftAgain, reopen];
  const next =
    incident.status === 'resolved' || incident.status === 'cancelled' ? null : NEXT[incident.status];
  return [
    ...(incident.lead === null ? [takeLead] : []),
    ...(next === null ? [] : [{ label: statusName(next), command: `status ${next}` }]),
    timeline,
    resolve,
  ].slice(0, CARD_BUTTONS);
}
