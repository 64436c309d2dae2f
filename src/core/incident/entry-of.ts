import type { ChannelId, DeliveryKey, IncidentId } from '../ids.js';
import { type EntryKind, type Origin, type TimelineEntry, UNTOUCHED } from '../timeline/entry.js';
import type { IncidentEvent } from './events.js';

/** What an entry needs besides the event: where the command was given, and when we learned of it. */
export interface EntryContext {
  readonly incident: IncidentId;
  readonly channel: ChannelId;
  readonly key: DeliveryKey;
  readonly recordedAt: Date;
  /** How many secrets were masked in the command. */
  readonly masked: number;
}

/** An event with a line of its own in the timeline. */
type LinedEvent = Extract<IncidentEvent, { entry: unknown }>;

/** The line of the record that shows `event`, or null for events without one of their own. */
export function entryOf(event: IncidentEvent, about: EntryContext): TimelineEntry | null {
  if (!('entry' in event)) return null;
  const { kind, text, detail = {} } = contentOf(event);
  return {
    id: event.entry,
    incident: about.incident,
    kind,
    origin: originOf(event, about),
    author: { kind: 'person', user: event.by },
    text,
    occurredAt: event.at,
    recordedAt: about.recordedAt,
    backdated: event.kind === 'stated' && event.backdated,
    revisions: [],
    ...UNTOUCHED,
    files: [],
    masked: about.masked,
    beforeDeclaration: false,
    detail,
  };
}

/** The message in which it was said, so that it can be linked to; else the command. */
function originOf(event: LinedEvent, about: EntryContext): Origin {
  const message = 'message' in event ? event.message : null;
  if (message === null) return { kind: 'delivery', channel: about.channel, key: about.key };
  return { kind: 'message', channel: message.channel, ts: message.ts, threadTs: message.threadTs };
}

interface EntryContent {
  readonly kind: EntryKind;
  readonly text: string;
  readonly detail?: Readonly<Record<string, string>>;
}

function contentOf(event: LinedEvent): EntryContent {
  switch (event.kind) {
    case 'declared':
      return {
        kind: 'declared',
        text: event.title,
        detail: {
          ...(event.severity === null ? {} : { severity: String(event.severity) }),
          ...(event.private ? { private: 'yes' } : {}),
          ...(event.drill ? { drill: 'yes' } : {}),
        },
      };
    case 'status-changed':
      return { kind: 'status', text: event.text, detail: { from: event.from, to: event.to } };
    case 'severity-changed':
      return {
        kind: 'severity',
        text: event.text,
        detail: {
          ...(event.from === null ? {} : { from: String(event.from) }),
          to: String(event.to),
        },
      };
    case 'lead-assigned':
      return { kind: 'lead', text: '', detail: { user: event.user } };
    case 'role-assigned':
      return { kind: 'role', text: '', detail: { role: event.role, user: event.user } };
    case 'handoff-offered':
      return { kind: 'handoff', text: event.text, detail: { user: event.user } };
    case 'escalated':
      return {
        kind: 'escalated',
        text: event.text,
        // Space-separated: ids of people, handles of groups without their `@`.
        detail: {
          users: event.users.join(' '),
          groups: event.groups.map((group) => group.handle.replace(/^@/, '')).join(' '),
        },
      };
    case 'renamed':
      return { kind: 'renamed', text: event.to, detail: { from: event.from, to: event.to } };
    case 'stated':
      return { kind: event.what, text: event.text };
    case 'update-posted':
      return { kind: 'update', text: event.text };
    case 'follow-up-added':
      return {
        kind: 'task',
        text: event.text,
        detail: {
          followUp: String(event.number),
          ...(event.owner === null ? {} : { owner: event.owner }),
          ...(event.due === null ? {} : { due: event.due }),
        },
      };
    case 'merged':
      return { kind: 'merged', text: event.text, detail: { into: String(event.into) } };
    case 'absorbed':
      return { kind: 'merged', text: event.text, detail: { from: String(event.from) } };
    case 'resolved':
    case 'reopened':
    case 'cancelled':
      return { kind: event.kind, text: event.text };
  }
}
