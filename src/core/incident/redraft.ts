import { addMinutes } from 'date-fns';
import { debt } from '../debt.js';
import type { Debt } from '../effects.js';
import type { Incident } from './incident.js';

/** How long an ended incident must be quiet before its draft is made again. */
export const QUIET_MINUTES = 10;

/** The debt to look at an ended incident again once it has been quiet for a while. */
export function redraft(incident: Incident, now: Date): Debt {
  const notBefore = addMinutes(now, QUIET_MINUTES);
  return debt(incident.id, `redraft:${incident.id}`, { kind: 'redraft' }, { standing: true, notBefore });
}
