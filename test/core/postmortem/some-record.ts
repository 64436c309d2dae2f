import fc from 'fast-check';
import {
  channelId,
  deliveryEntryId,
  deliveryKey,
  entryId,
  messageEntryId,
  messageTs,
  userId,
} from '../../../src/core/ids.js';
import { type FollowUp, SEVERITIES, STATUSES } from '../../../src/core/incident/incident.js';
import type { IncidentRecord } from '../../../src/core/record.js';
import { stampOf } from '../../../src/core/time/stamp.js';
import { ENTRY_KINDS, type TimelineEntry } from '../../../src/core/timeline/entry.js';
import { markedEntryId } from '../../../src/core/timeline/marked-lines.js';
import { anIncident } from '../../builders.js';
import { SAYINGS } from './sayings.js';

/** What should not matter, and would in a careless document. */
export const HOSTILE: readonly string[] = [
  '<!channel> <!here|here> <@UBEN> <@UBEN|ben> <!subteam^S1|@team> <#C1|general>',
  '<!<!channel>> <<@UBEN>@UBEN> <!channel',
  '&lt;!channel&gt; &amp;lt;@UBEN&amp;gt; &copy; &#60;',
  '# heading\n\n---\n> quote\n- item\n1. one\n===',
  '| a | b |\n|---|---|\n| c | d |',
  '\\| a \\\\| b \\',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example|bank>',
  '<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- --> <?php ?>',
  '**bold** _it_ __u__ ~~gone~~ ~one~ `code` ``two`` ```\nfence\n```',
  '```js\nunclosed',
  '`',
  '[^1]: footnote [^1] [1]: http://evil.example [1] [x]: y',
  'https://evil.example/a_b*c?d=<e>|f www.evil.example ana@evil.example',
  '\u202eflipped\u202c \u200b\u2066hidden\u2069 \u00ad\ufeff',
  '\u0000\u0007\u001b[31m\u0085\u2028\u2029',
  '\ud800 half \udc00',
  '👨‍👩‍👧‍👦 e\u0301 \u0301',
  '__proto__',
  'constructor',
  '@channel @here @everyone @Ben',
  'INC-1 [1] [2] Q1 A1 (proposed)',
  '- [x] done\n- [ ] TODO: by July 31 @Ben\n!cause the cache',
  '1. add alerts 2. test backups',
  'from 25:61 to 99:99, since 11:40 PST, 2024-13-45',
  '1,000,000,000,000,000,000 users 100% 0% -5% 1e309',
  '\n\n\n',
  ' ',
  '',
];

const someText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SAYINGS) },
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...SAYINGS), fc.constantFrom(...HOSTILE)).map((two) => two.join(' ')),
  },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(...'`*_~|\\<>[]()!#&-+=:@ \n1aé🔥'), maxLength: 40 }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
/** As long as Slack lets it be. */
const longText = fc
  .tuple(fc.constantFrom(...SAYINGS, ...HOSTILE), fc.constantFrom('', ' ', '. ', '\n'))
  .map(([text, gap]) =>
    `${text}${gap}`.repeat(Math.ceil(40_000 / (text.length + gap.length + 1))).slice(0, 40_000),
  );

const PEOPLE_IDS = ['UANA', 'UBEN', 'UCLEO', 'UGONE', 'W1', 'Uwrong'] as const;
const someone = fc.constantFrom(...PEOPLE_IDS).map((id) => userId(id));
const anyone = fc.option(someone);
const START = Date.UTC(2024, 5, 8, 11);
/** Minutes, so that several things happen at the same moment. */
const someTime = fc.integer({ min: 0, max: 1600 }).map((minutes) => new Date(START + minutes * 60_000));
const SIGNS = [
  'pin',
  'pin:all',
  'dart',
  '+1',
  'x',
  'eyes',
  'memo',
  'hammer_and_wrench',
  'bulb',
  'rotating_light',
  'thought_balloon',
  'white_check_mark',
  '__proto__',
] as const;
const CHANNEL = channelId('C1');

const someMark = fc.record({
  sign: fc.constantFrom(...SIGNS),
  by: someone,
  on: fc.boolean(),
  at: someTime.map((at) => stampOf(at)),
});

interface Options {
  readonly long: boolean;
}

const someEntry = (text: fc.Arbitrary<string>): fc.Arbitrary<Omit<TimelineEntry, 'id' | 'origin'> & Placed> =>
  fc.record({
    place: fc.constantFrom('message', 'message', 'message', 'delivery', 'marked', 'made'),
    thread: fc.option(fc.nat(30), { freq: 3 }),
    incident: fc.constant(anIncident().id),
    kind: fc.oneof(
      { weight: 3, arbitrary: fc.constant('message' as const) },
      { weight: 2, arbitrary: fc.constantFrom(...ENTRY_KINDS) },
    ),
    author: fc.oneof(
      { weight: 8, arbitrary: someone.map((user) => ({ kind: 'person' as const, user })) },
      { weight: 2, arbitrary: text.map((name) => ({ kind: 'bot' as const, name })) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    text,
    occurredAt: someTime,
    recordedAt: someTime,
    backdated: fc.boolean(),
    revisions: fc.array(fc.record({ text, at: someTime.map((at) => stampOf(at)) }), { maxLength: 2 }),
    withdrawn: rarely,
    hidden: rarely,
    redacted: rarely,
    corrected: fc.option(fc.record({ text: fc.option(text), occurredAt: fc.option(someTime) }), { freq: 8 }),
    marks: fc.array(someMark, { maxLength: 3 }),
    files: fc.array(fc.record({ name: text, type: text, link: fc.option(text) }), { maxLength: 1 }),
    masked: fc.constantFrom(0, 0, 0, 1),
    beforeDeclaration: rarely,
    detail: fc.record(
      {
        to: fc.constantFrom(...STATUSES, '1', '3', 'strange'),
        from: fc.constantFrom('1', '2', 'investigating'),
        user: someone,
        users: fc.constantFrom('', 'UBEN', 'UBEN UGONE'),
        groups: text,
        into: fc.constant('2'),
        followUp: fc.constantFrom('1', '2'),
      },
      { requiredKeys: [] },
    ),
  });

const rarely = fc.nat(9).map((n) => n === 0);

interface Placed {
  readonly place: string;
  readonly thread: number | null;
}

/** Gives each its id and its message: several typed entries may stand in one message. */
function placed(parts: readonly (Omit<TimelineEntry, 'id' | 'origin'> & Placed)[]): readonly TimelineEntry[] {
  const stampAt = (i: number) => {
    const at = parts[i % Math.max(1, parts.length)]?.occurredAt ?? new Date(START);
    return messageTs(`${stampOf(at).slice(0, -6)}${String(i).padStart(6, '0')}`);
  };
  return parts.map(({ place, thread, ...entry }, i) => {
    if (place === 'delivery') {
      const key = deliveryKey(`command:${i}`);
      return { ...entry, id: deliveryEntryId(key), origin: { kind: 'delivery', channel: CHANNEL, key } };
    }
    const isOfAnother = place !== 'message' && i > 0;
    const ts = stampAt(isOfAnother ? i - 1 : i);
    const threadTs = thread === null ? null : stampAt(thread);
    const id =
      place === 'marked'
        ? markedEntryId(CHANNEL, ts, i)
        : isOfAnother
          ? deliveryEntryId(deliveryKey(`action:${i}`))
          : messageEntryId(CHANNEL, ts);
    return { ...entry, id, origin: { kind: 'message', channel: CHANNEL, ts, threadTs } };
  });
}

/** Any record that the store could hold, and some that it should not: every field may be hostile. */
export function someRecord({ long }: Options = { long: false }): fc.Arbitrary<IncidentRecord> {
  const text = long
    ? fc.oneof({ weight: 6, arbitrary: someText }, { weight: 1, arbitrary: longText })
    : someText;
  const incident = fc.record({
    title: text,
    status: fc.constantFrom(...STATUSES),
    severity: fc.option(fc.constantFrom(...SEVERITIES)),
    zone: fc.constantFrom('UTC', 'Europe/Lisbon', 'America/St_Johns', 'Asia/Tokyo'),
    declaredBy: someone,
    declaredAt: someTime,
    lead: anyone,
    roles: fc.dictionary(fc.oneof(fc.constant('comms'), text), someone, { maxKeys: 2 }),
    endedAt: fc.option(someTime),
    drill: rarely,
    postmortemOwner: anyone,
    mergedInto: fc.option(fc.constant(7), { freq: 8 }),
  });
  const followUp = fc.record({
    text,
    owner: anyone,
    due: fc.option(fc.constantFrom('2024-07-31', '2024-02-29', '1999-12-31')),
    done: fc.boolean(),
    withdrawn: rarely,
    of: fc.nat(40),
  });
  return fc
    .record({
      over: incident,
      parts: fc.array(someEntry(text), { minLength: 0, maxLength: long ? 8 : 30 }),
      followUps: fc.array(followUp, { maxLength: 4 }),
      names: fc.array(text, { minLength: 3, maxLength: 3 }),
      workspaceUrl: fc.constantFrom(null, 'https://acme.slack.com', 'https://acme.slack.com/'),
    })
    .map(({ over, parts, followUps, names, workspaceUrl }): IncidentRecord => {
      const entries = placed(parts);
      const mergedInto = over.status === 'cancelled' ? over.mergedInto : null;
      const own = anIncident({ ...over, mergedInto });
      return {
        incident: own,
        entries,
        followUps: followUps.map(
          ({ of, ...rest }, i): FollowUp => ({
            ...rest,
            incident: own.id,
            number: i + 1,
            entry: entries[of % Math.max(1, entries.length)]?.id ?? entryId('gone'),
          }),
        ),
        people: new Map(names.map((name, i) => [userId(PEOPLE_IDS[i] ?? ''), { name, zone: null }])),
        workspaceUrl,
      };
    });
}

/** The same record with its entries in another order. */
export const someTurnedRecord: fc.Arbitrary<readonly [IncidentRecord, IncidentRecord]> = someRecord().chain(
  (record) =>
    fc
      .shuffledSubarray([...record.entries], { minLength: record.entries.length })
      .map((entries) => [record, { ...record, entries }] as const),
);
