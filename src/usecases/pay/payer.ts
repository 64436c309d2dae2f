import type { Effect } from '../../core/effects.js';
import type { ChannelId } from '../../core/ids.js';
import type { Incident } from '../../core/incident/incident.js';
import type { DraftPorts } from '../draft-postmortem.js';
import type { OwedCall, Settlement, Slack } from '../ports.js';

export interface PayPorts extends DraftPorts {
  readonly slack: Slack;
  /** Name or id of the announcement channel, or null for none. */
  readonly announceChannel: string | null;
  /** Draws an SVG as a PNG. */
  toPng(svg: string): Uint8Array;
}

/** A debt that is being paid, and the incident that it is about. */
export interface Due {
  readonly call: OwedCall;
  readonly incident: Incident;
}

/** The same where there is a channel to pay it in. */
export interface DueInChannel extends Due {
  readonly channel: ChannelId;
}

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

export const PAID: Settlement = { kind: 'paid' };

export const never = (reason: string): Settlement => ({ kind: 'never', reason });
