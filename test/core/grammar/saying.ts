import { type ParseContext, parse, type Request } from '../../../src/core/grammar/parse.js';
import { userId } from '../../../src/core/ids.js';
import type { IncidentCommand } from '../../../src/core/incident/commands.js';
import type { Refusal } from '../../../src/core/refusal.js';

export const NOW = new Date('2024-06-08T14:30:00Z');
export const MAYA = userId('U0MAYA');

/** A responder in Berlin (UTC+2), in the channel of an incident whose zone is UTC. */
export const BERLIN: ParseContext = {
  now: NOW,
  speaker: MAYA,
  speakerZone: 'Europe/Berlin',
  incidentZone: 'UTC',
  inIncident: true,
};

export const said = (text: string, context: Partial<ParseContext> = {}): Request =>
  parse(text, { ...BERLIN, ...context });

/** The command that a text is; an error that shows the reading where it is none. */
export function command(text: string, context: Partial<ParseContext> = {}): IncidentCommand {
  const request = said(text, context);
  if (request.kind !== 'change') throw new Error(`${text}: ${JSON.stringify(request)}`);
  return request.command;
}

export function refusal(text: string, context: Partial<ParseContext> = {}): Refusal {
  const request = said(text, context);
  if (request.kind !== 'refused') throw new Error(`${text}: ${JSON.stringify(request)}`);
  return request.refusal;
}
