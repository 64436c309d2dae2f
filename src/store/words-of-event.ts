import type { IncidentEvent } from '../core/incident/events.js';

/** What people have said in an event: all that `withoutWords` replaces. */
export function wordsOf(event: IncidentEvent): readonly string[] {
  const words: string[] = [];
  withWords(event, (said) => {
    words.push(said);
    return said;
  });
  return words;
}

/** The same event with `instead` in place of what people have said in it. */
export const withoutWords = (event: IncidentEvent, instead: string): IncidentEvent =>
  withWords(event, (said) => (said === '' ? said : instead));

/** The event with everything that people have said in it put through `change`: the one list of such fields. */
function withWords(event: IncidentEvent, change: (said: string) => string): IncidentEvent {
  switch (event.kind) {
    case 'declared':
      return { ...event, title: change(event.title) };
    case 'renamed':
      return { ...event, from: change(event.from), to: change(event.to) };
    case 'follow-up-changed':
      return event.change.text === undefined
        ? event
        : { ...event, change: { ...event.change, text: change(event.change.text) } };
    case 'entry-corrected':
      return {
        ...event,
        text: event.text === null ? null : change(event.text),
        was: { ...event.was, text: change(event.was.text) },
      };
    case 'draft-edited':
      return event.text === null ? event : { ...event, text: change(event.text) };
    case 'undone':
      return event.restore.title === undefined
        ? event
        : { ...event, restore: { ...event.restore, title: change(event.restore.title) } };
    case 'status-changed':
    case 'severity-changed':
    case 'handoff-offered':
    case 'escalated':
    case 'stated':
    case 'update-posted':
    case 'follow-up-added':
    case 'resolved':
    case 'reopened':
    case 'cancelled':
    case 'merged':
    case 'absorbed':
    case 'closing':
      return { ...event, text: change(event.text) };
    case 'channel-opened':
    case 'lead-assigned':
    case 'role-assigned':
    case 'snoozed':
    case 'entry-hidden':
    case 'entry-redacted':
    case 'kept-open':
    case 'postmortem-assigned':
    case 'question-declined':
    case 'draft-requested':
      return event;
  }
}

/** The same event, without a title of which it tells that it was replaced, put back or made into a channel's name. */
export function withoutTitle(event: IncidentEvent, title: string, instead: string): IncidentEvent {
  if (event.kind === 'renamed' && event.from === title) return { ...event, from: instead };
  if (event.kind === 'channel-opened' && !event.adopted) return { ...event, channelName: instead };
  if (event.kind !== 'undone' || event.restore.title !== title) return event;
  return { ...event, restore: { ...event.restore, title: instead } };
}
