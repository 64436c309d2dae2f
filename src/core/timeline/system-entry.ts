import { type DeliveryKey, deliveryEntryId, type IncidentId } from '../ids.js';
import { instantOf } from '../time/stamp.js';
import { type EntryKind, type TimelineEntry, UNTOUCHED } from './entry.js';
import type { SlackFact } from './facts.js';
import type { MessageFact } from './observe.js';

/** A fact about the channel itself: who came and left, and what was changed about it. */
export type ChannelFact = Exclude<SlackFact, MessageFact>;

/** The line of the record that shows it. */
export function systemEntry(
  fact: ChannelFact,
  about: { readonly incident: IncidentId; readonly key: DeliveryKey; readonly recordedAt: Date },
): TimelineEntry {
  return {
    id: deliveryEntryId(about.key),
    incident: about.incident,
    kind: kindOf(fact),
    origin: { kind: 'delivery', channel: fact.channel, key: about.key },
    author: { kind: 'person', user: fact.user },
    text: fact.kind === 'channel-changed' ? fact.text : '',
    occurredAt: instantOf(fact.at),
    recordedAt: about.recordedAt,
    backdated: false,
    revisions: [],
    ...UNTOUCHED,
    files: [],
    masked: 0,
    beforeDeclaration: false,
    detail: {},
  };
}

function kindOf(fact: ChannelFact): EntryKind {
  switch (fact.kind) {
    case 'member-joined':
      return 'joined';
    case 'member-left':
      return 'left';
    case 'channel-changed':
      return fact.what;
  }
}
