import type { TimelineEntry } from '../timeline/entry.js';
import { REDACTED } from '../timeline/redacted.js';
import type { IncidentEvent } from './events.js';

/** The entry as an event that concerns it leaves it: put right, hidden, redacted or taken back; else null. */
export function entryAfter(entry: TimelineEntry, event: IncidentEvent): TimelineEntry | null {
  if (!('target' in event) || event.target !== entry.id) return null;
  switch (event.kind) {
    case 'entry-corrected':
      return corrected(entry, event);
    case 'entry-hidden':
      return { ...entry, hidden: event.hidden };
    case 'entry-redacted':
      return redacted(entry);
    case 'undone':
      return { ...entry, withdrawn: true };
  }
}

function corrected(
  entry: TimelineEntry,
  { text, occurredAt }: Extract<IncidentEvent, { kind: 'entry-corrected' }>,
): TimelineEntry {
  return {
    ...entry,
    text: text ?? entry.text,
    occurredAt: occurredAt ?? entry.occurredAt,
    backdated: entry.backdated || occurredAt !== null,
    corrected: {
      text: text ?? entry.corrected?.text ?? null,
      occurredAt: occurredAt ?? entry.corrected?.occurredAt ?? null,
    },
  };
}

/** No trace of the words: not in earlier texts, not in what was put right, not in a title it speaks of. */
function redacted(entry: TimelineEntry): TimelineEntry {
  const at = entry.corrected?.occurredAt ?? null;
  return {
    ...entry,
    text: REDACTED,
    redacted: true,
    revisions: [],
    files: [],
    corrected: at === null ? null : { text: null, occurredAt: at },
    detail: entry.kind === 'renamed' ? {} : entry.detail,
  };
}
