import { z } from 'zod';
import { type IncidentEvent, STATED_KINDS } from '../core/incident/events.js';
import { SEVERITIES, STATUSES } from '../core/incident/incident.js';
import {
  Channel,
  Entry,
  type ForgottenIn,
  holdsAll,
  Instant,
  readByKind,
  type Shapes,
  User,
} from './json.js';

export const Status = z.enum(STATUSES);
export const Severity = z.literal([...SEVERITIES]);

const act = { by: User, at: Instant, entry: Entry };

const EVENTS = {
  declared: z.object({
    ...act,
    kind: z.literal('declared'),
    title: z.string(),
    severity: Severity.nullable(),
    private: z.boolean(),
    origin: Channel.nullable(),
    zone: z.string(),
  }),
  'channel-opened': z.object({
    kind: z.literal('channel-opened'),
    at: Instant,
    channel: Channel,
    channelName: z.string(),
  }),
  'status-changed': z.object({
    ...act,
    kind: z.literal('status-changed'),
    from: Status,
    to: Status,
    text: z.string(),
  }),
  'severity-changed': z.object({
    ...act,
    kind: z.literal('severity-changed'),
    from: Severity.nullable(),
    to: Severity,
    text: z.string(),
  }),
  'lead-assigned': z.object({ ...act, kind: z.literal('lead-assigned'), user: User }),
  'role-assigned': z.object({ ...act, kind: z.literal('role-assigned'), role: z.string(), user: User }),
  stated: z.object({
    ...act,
    kind: z.literal('stated'),
    what: z.enum(STATED_KINDS),
    text: z.string(),
    backdated: z.boolean(),
  }),
  'update-posted': z.object({ ...act, kind: z.literal('update-posted'), text: z.string() }),
  'follow-up-added': z.object({
    ...act,
    kind: z.literal('follow-up-added'),
    number: z.number(),
    text: z.string(),
    owner: User.nullable(),
    due: z.string().nullable(),
  }),
  resolved: z.object({ ...act, kind: z.literal('resolved'), text: z.string() }),
  reopened: z.object({ ...act, kind: z.literal('reopened'), text: z.string() }),
  cancelled: z.object({ ...act, kind: z.literal('cancelled'), text: z.string() }),
  'draft-requested': z.object({ kind: z.literal('draft-requested'), at: Instant, version: z.number() }),
} satisfies Shapes<IncidentEvent>;
holdsAll<ForgottenIn<IncidentEvent, typeof EVENTS>>();

/** Throws for anything that is not an event of ours. */
export function eventFromJson(json: unknown): IncidentEvent {
  return readByKind<IncidentEvent>(EVENTS, json);
}
