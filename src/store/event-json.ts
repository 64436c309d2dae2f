import { z } from 'zod';
import type { IncidentEvent } from '../core/incident/events.js';
import {
  Channel,
  Entry,
  type Forgotten,
  type ForgottenIn,
  Group,
  holdsAll,
  Instant,
  Message,
  Roles,
  readByKind,
  SectionJson,
  Severity,
  type Shapes,
  Stated,
  Status,
  User,
} from './json.js';

type Of<Kind extends IncidentEvent['kind']> = Extract<IncidentEvent, { kind: Kind }>;

const quiet = { by: User, at: Instant };
const act = { ...quiet, entry: Entry };
const followUp = { text: z.string(), owner: User.nullable(), due: z.string().nullable() };

const GroupJson = z.object({ id: Group, handle: z.string() });
holdsAll<Forgotten<Of<'escalated'>['groups'][number], typeof GroupJson>>();

const ChangeJson = z.object({
  text: followUp.text.exactOptional(),
  owner: followUp.owner.exactOptional(),
  due: followUp.due.exactOptional(),
  done: z.boolean().exactOptional(),
  withdrawn: z.boolean().exactOptional(),
});
holdsAll<Forgotten<Of<'follow-up-changed'>['change'], typeof ChangeJson>>();

const WasJson = z.object({ text: z.string(), occurredAt: Instant });
holdsAll<Forgotten<Of<'entry-corrected'>['was'], typeof WasJson>>();

const RestoreJson = z.object({
  title: z.string().exactOptional(),
  status: Status.exactOptional(),
  severity: Severity.nullable().exactOptional(),
  lead: User.nullable().exactOptional(),
  roles: Roles.exactOptional(),
  handoffTo: User.nullable().exactOptional(),
});
holdsAll<Forgotten<Of<'undone'>['restore'], typeof RestoreJson>>();

const EVENTS = {
  declared: z.object({
    ...act,
    kind: z.literal('declared'),
    title: z.string(),
    severity: Severity.nullable(),
    private: z.boolean(),
    origin: Channel.nullable(),
    zone: z.string(),
    drill: z.boolean().default(false),
  }),
  'channel-opened': z.object({
    kind: z.literal('channel-opened'),
    at: Instant,
    channel: Channel,
    channelName: z.string(),
    adopted: z.boolean().default(false),
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
  'handoff-offered': z.object({
    ...act,
    kind: z.literal('handoff-offered'),
    user: User,
    text: z.string(),
  }),
  escalated: z.object({
    ...act,
    kind: z.literal('escalated'),
    users: z.array(User),
    groups: z.array(GroupJson),
    text: z.string(),
  }),
  renamed: z.object({ ...act, kind: z.literal('renamed'), from: z.string(), to: z.string() }),
  stated: z.object({
    ...act,
    kind: z.literal('stated'),
    what: Stated,
    text: z.string(),
    backdated: z.boolean(),
    message: Message.nullable().default(null),
  }),
  'update-posted': z.object({
    ...act,
    kind: z.literal('update-posted'),
    text: z.string(),
    nextAt: Instant.nullable().default(null),
  }),
  snoozed: z.object({ ...quiet, kind: z.literal('snoozed'), until: Instant.nullable() }),
  'follow-up-added': z.object({
    ...act,
    kind: z.literal('follow-up-added'),
    number: z.number(),
    ...followUp,
    message: Message.nullable().default(null),
  }),
  'follow-up-changed': z.object({
    ...quiet,
    kind: z.literal('follow-up-changed'),
    number: z.number(),
    change: ChangeJson,
  }),
  'entry-corrected': z.object({
    ...quiet,
    kind: z.literal('entry-corrected'),
    target: Entry,
    text: z.string().nullable(),
    occurredAt: Instant.nullable(),
    was: WasJson,
  }),
  'entry-hidden': z.object({
    ...quiet,
    kind: z.literal('entry-hidden'),
    target: Entry,
    hidden: z.boolean(),
  }),
  'entry-redacted': z.object({ ...quiet, kind: z.literal('entry-redacted'), target: Entry }),
  undone: z.object({ ...quiet, kind: z.literal('undone'), target: Entry, restore: RestoreJson }),
  resolved: z.object({ ...act, kind: z.literal('resolved'), text: z.string() }),
  reopened: z.object({ ...act, kind: z.literal('reopened'), text: z.string() }),
  cancelled: z.object({ ...act, kind: z.literal('cancelled'), text: z.string() }),
  merged: z.object({ ...act, kind: z.literal('merged'), into: z.number(), text: z.string() }),
  absorbed: z.object({ ...act, kind: z.literal('absorbed'), from: z.number(), text: z.string() }),
  closing: z.object({ ...quiet, kind: z.literal('closing'), archiveAt: Instant, text: z.string() }),
  'kept-open': z.object({ ...quiet, kind: z.literal('kept-open') }),
  'postmortem-assigned': z.object({ ...quiet, kind: z.literal('postmortem-assigned'), user: User }),
  'draft-edited': z.object({
    ...quiet,
    kind: z.literal('draft-edited'),
    section: SectionJson,
    claim: z.string(),
    text: z.string().nullable(),
    base: z.string(),
  }),
  'question-declined': z.object({ ...quiet, kind: z.literal('question-declined'), question: z.string() }),
  'draft-requested': z.object({
    kind: z.literal('draft-requested'),
    at: Instant,
    version: z.number(),
    asked: z.literal(true).exactOptional(),
  }),
} satisfies Shapes<IncidentEvent>;
holdsAll<ForgottenIn<IncidentEvent, typeof EVENTS>>();

/** Throws for anything that is not an event of ours. */
export function eventFromJson(json: unknown): IncidentEvent {
  return readByKind<IncidentEvent>(EVENTS, json);
}
