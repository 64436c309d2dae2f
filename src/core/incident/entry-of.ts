import type { ChannelId, DeliveryKey, IncidentId } from '../ids.js';
import type { EntryKind, TimelineEntry } from '../timeline/entry.js';
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

/** The line of the record that shows `event`, or null for events that only concern the machinery. */
export function entryOf(event: IncidentEvent, about: EntryContext): TimelineEntry | null {
  if (event.kind === 'channel-opened' || event.kind === 'draft-requested') return null;
  const { kind, text, detail } = contentOf(event);
  return {
    id: event.entry,
    incident: about.incident,
    kind,
    origin: { kind: 'delivery', channel: about.channel, key: about.key },
    author: { kind: 'person', user: event.by },
    text,
    occurredAt: event.at,
    recordedAt: about.recordedAt,
    backdated: event.kind === 'stated' && event.backdated,
    revisions: [],
    withdrawn: false,
    marks: [],
    files: [],
    masked: about.masked,
    beforeDeclaration: false,
    detail,
  };
}

interface EntryContent {
  readonly kind: EntryKind;
  readonly text: string;
  readonly detail: Readonly<Record<string, string>>;
}

function contentOf(
  event: Exclude<IncidentEvent, { kind: 'channel-opened' | 'draft-requested' }>,
): EntryContent {
  switch (event.kind) {
    case 'declared':
      return {
        kind: 'declared',
        text: event.title,
        detail: {
          ...(event.severity === null ? {} : { severity: String(event.severity) }),
          ...(event.private ? { private: 'yes' } : {}),
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
    case 'stated':
      return { kind: event.what, text: event.text, detail: {} };
    case 'update-posted':
      return { kind: 'update', text: event.text, detail: {} };
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
    case 'resolved':
    case 'reopened':
    case 'cancelled':
      return { kind: event.kind, text: event.text, detail: {} };
  }
}
