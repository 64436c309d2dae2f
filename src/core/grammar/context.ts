import type { UserId } from '../ids.js';

/** Who speaks, when and where: all that the meaning of a command hangs on besides its words. */
export interface ParseContext {
  readonly now: Date;
  readonly speaker: UserId;
  /** IANA zone in which the speaker's clock times are read. */
  readonly speakerZone: string;
  /** IANA zone in which the incident's due dates are read. */
  readonly incidentZone: string;
  /** True when the command was given in the channel of an incident. */
  readonly inIncident: boolean;
}
