import { userId } from '../../src/core/ids.js';
import type { IncidentRecord } from '../../src/core/record.js';
import { stampOf } from '../../src/core/time/stamp.js';
import type { TimelineEntry } from '../../src/core/timeline/entry.js';
import { PIN } from '../../src/core/timeline/signs.js';
import { aRecord, commandEntry, messageEntry, personAt } from './big-incident.js';
import { chanceFrom } from './chance.js';
import { chatLine, paragraph } from './sayings.js';

const BEGAN = Date.UTC(2024, 5, 8, 10, 0);
const SECOND = 1000;
/** Longest text that Slack takes. */
const LONGEST = 40_000;

const resolved = (entries: readonly TimelineEntry[], everyMs: number): IncidentRecord => {
  const end = BEGAN + (entries.length + 2) * everyMs;
  return aRecord(
    [
      commandEntry('declared', BEGAN, 'Checkout is down', userId('UP0')),
      ...entries,
      commandEntry('resolved', end, 'all orders go through again', userId('UP0')),
    ],
    { declaredAt: new Date(BEGAN), endedAt: new Date(end) },
  );
};

const times = (count: number, make: (at: number) => TimelineEntry): readonly TimelineEntry[] =>
  Array.from({ length: count }, (_, i) => make(BEGAN + (i + 1) * 5 * SECOND));

/** Records that nobody has in mind when they write a loop. */
export const ABSURD_INCIDENTS: Readonly<Record<string, () => IncidentRecord>> = {
  '100 messages of 40,000 characters': () => {
    const chance = chanceFrom(1);
    return resolved(
      times(100, (at) =>
        messageEntry(at, paragraph(chance, LONGEST), { kind: 'person', user: personAt(chance) }),
      ),
      5 * SECOND,
    );
  },
  '5,000 pins': () => {
    const chance = chanceFrom(2);
    return resolved(
      times(5000, (at) => ({
        ...messageEntry(at, chatLine(chance), { kind: 'person', user: personAt(chance) }),
        marks: [{ sign: PIN, by: personAt(chance), on: true, at: stampOf(new Date(at + SECOND)) }],
      })),
      5 * SECOND,
    );
  },
  '3,000 reactions on one message': () => {
    const chance = chanceFrom(3);
    const marks = Array.from({ length: 3000 }, (_, i) => ({
      sign: i % 2 === 0 ? '+1' : 'dart',
      by: userId(`UP${i}`),
      on: true,
      at: stampOf(new Date(BEGAN + i)),
    }));
    const found = messageEntry(BEGAN + SECOND, 'found it: the orders index is corrupted', {
      kind: 'person',
      user: personAt(chance),
    });
    return resolved([{ ...found, marks }], 5 * SECOND);
  },
  '2,000 commands': () => {
    const chance = chanceFrom(4);
    const kinds = ['note', 'impact', 'cause', 'fix', 'suspect', 'ruled-out', 'task', 'update'] as const;
    return resolved(
      times(2000, (at) => commandEntry(chance.pick(kinds), at, chatLine(chance), personAt(chance))),
      5 * SECOND,
    );
  },
  '10,000 of the same message': () => {
    const text = "it's not the load balancer, about 40% of users still see errors";
    return resolved(
      times(10_000, (at) => messageEntry(at, text, { kind: 'person', user: userId('UP1') })),
      5 * SECOND,
    );
  },
  '10,000 replies in one thread': () => {
    const chance = chanceFrom(5);
    const head = messageEntry(BEGAN + SECOND, 'about 40% of users cannot pay', {
      kind: 'person',
      user: userId('UP1'),
    });
    const threadTs = stampOf(new Date(BEGAN + SECOND));
    return resolved(
      [
        head,
        ...times(10_000, (at) => {
          const reply = messageEntry(at, chatLine(chance), { kind: 'person', user: personAt(chance) });
          return reply.origin.kind === 'message'
            ? { ...reply, origin: { ...reply.origin, threadTs } }
            : reply;
        }),
      ],
      5 * SECOND,
    );
  },
};
