import { type Incident, isOpen, STATUSES, type Status } from './incident.js';

/** The parts of an incident on which buttons are drawn. */
export interface Drawn {
  readonly status: Status;
  /** A person's id, or `-`. */
  readonly lead: string;
  readonly isOpen: boolean;
}

/** A short mark of the state for which a button is drawn: `investigating.2.U0MAYA.open`. */
export function drawnFor(incident: Incident): string {
  const { status, severity, lead } = incident;
  return [status, severity ?? '-', lead ?? '-', isOpen(incident) ? 'open' : 'ended'].join('.');
}

/** What the mark says, or null for what is none of ours: then nothing is known of how the button was drawn. */
export function readDrawnFor(token: string): Drawn | null {
  const [said, , lead, end, ...rest] = token.split('.');
  const status = STATUSES.find((one) => one === said);
  if (status === undefined || lead === undefined || rest.length > 0) return null;
  if (end !== 'open' && end !== 'ended') return null;
  return { status, lead, isOpen: end === 'open' };
}
