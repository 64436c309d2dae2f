import { entryId, userId } from '../../../src/core/ids.js';
import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import type { Postmortem } from '../../../src/core/postmortem/model.js';
import type { TimelineEntry } from '../../../src/core/timeline/entry.js';
import { isMarkable, markedEntries } from '../../../src/core/timeline/marked-lines.js';
import { ANA, aCommand, aFollowUp, aMessage, anIncident, aPin, aRecord, at, BEN } from '../../builders.js';
import { draft, slotsAsked, textsOf } from './drafting.js';

const rowsOf = (document: Postmortem) => textsOf(document.timeline.map(({ claim }) => claim));

/** A message with the entries of its marked lines. */
function withMarks(entry: TimelineEntry): readonly TimelineEntry[] {
  if (!isMarkable(entry)) throw new Error('not a message that can be marked');
  const about = { authorZone: 'UTC', incidentZone: 'UTC', recordedAt: entry.recordedAt };
  return [entry, ...markedEntries(entry, [], about)];
}

describe('what people put right', () => {
  test.each<[string, Partial<TimelineEntry>]>([
    ['hidden', { hidden: true }],
    ['redacted', { redacted: true, text: '[redacted]' }],
    ['withdrawn', { withdrawn: true }],
  ])('a %s entry is told nowhere', (_, over) => {
    const document = draft(
      aCommand('12:40', 'cause', 'the disk of the primary died', { over }),
      aPin('12:45', 'failover started, half of the orders fail', { over }),
    );

    expect(JSON.stringify(document)).not.toMatch(/primary died|failover|redacted/);
  });

  test('an entry with a corrected time stands where it belongs', () => {
    const document = draft(
      aCommand('12:40', 'note', 'second', { over: { occurredAt: at('12:40') } }),
      aCommand('12:50', 'note', 'first of the notes', {
        over: { occurredAt: at('12:20'), corrected: { text: null, occurredAt: at('12:20') } },
      }),
    );

    expect(rowsOf(document).indexOf('first of the notes')).toBeLessThan(rowsOf(document).indexOf('second'));
  });

  test('a follow-up that was taken back is no action', () => {
    const task = aCommand('13:00', 'task', 'alert on replication lag');
    const record = aRecord([task], { followUps: [aFollowUp(task, { withdrawn: true })] });

    expect(
      draftPostmortem(record, { version: 1 }).actions.filter((action) => action.followUp !== null),
    ).toEqual([]);
  });
});

describe('what was lifted out of a message', () => {
  test('is told once, by its marked lines', () => {
    const document = draft(
      ...withMarks(aMessage('12:40', '!cause the disk of the primary died\nTL: failover to db-2 started')),
    );

    expect(document.causes[0]?.claim).toMatchObject({
      text: 'the disk of the primary died',
      status: 'stated',
    });
    expect(rowsOf(document).filter((text) => text.includes('failover'))).toEqual([
      'failover to db-2 started',
    ]);
    expect(JSON.stringify(document)).not.toMatch(/!cause|TL:/);
  });

  test('leaves the rest of the message to be read as talk', () => {
    const document = draft(
      ...withMarks(
        aPin('12:40', 'restarted the proxies, orders come back\n!cause the disk of the primary died'),
      ),
    );

    expect(rowsOf(document)).toContain('restarted the proxies, orders come back');
  });

  test('links to its message', () => {
    const document = draft(...withMarks(aMessage('12:40', '!cause the disk of the primary died')));
    const [source] = document.causes[0]?.claim.sources ?? [];
    const cited = document.records.find(
      (record) => source?.kind !== 'computed' && record.id === source?.record,
    );

    expect(cited?.link).toMatch(/archives\/C1\/p\d+$/);
  });

  test('stays out of the talk when its line was hidden', () => {
    const [message, line] = withMarks(aMessage('12:40', '!cause the disk of the primary died'));
    if (!message || !line) throw new Error('expected a message and its line');
    const document = draft(message, { ...line, hidden: true });

    expect(JSON.stringify(document)).not.toContain('primary died');
  });

  const message = aMessage('12:40', 'hm the disk of the primary is dead, I think', { marks: ['dart'] });
  const lifted: TimelineEntry = {
    ...aCommand('12:41', 'cause', 'disk of the primary died'),
    origin: message.origin,
    occurredAt: message.occurredAt,
  };

  test('as a whole is told by what was made of it', () => {
    const document = draft(message, lifted);

    expect(document.causes[0]?.claim.text).toBe('disk of the primary died');
    expect(JSON.stringify(document)).not.toContain('I think');
  });

  test('is talk again once that is taken back', () => {
    const document = draft(message, { ...lifted, withdrawn: true });

    expect(document.causes[0]?.claim.text).toBe('hm the disk of the primary is dead, I think');
  });
});

describe('commands that tell by what they do', () => {
  const users = [ANA, BEN].join(' ');
  const called = (text: string) =>
    aCommand('12:40', 'escalated', text, { over: { detail: { users, groups: 'dba-oncall' } } });

  test.each([
    ['orders are down', 'Escalated to @Ana, @Ben, @dba-oncall: orders are down'],
    ['', 'Escalated to @Ana, @Ben, @dba-oncall'],
  ])('an escalation is told with whom it called: %j', (text, told) => {
    const document = draft(called(text));

    expect(textsOf(document.escalations)).toEqual([told]);
    expect(document.timeline.find(({ kind }) => kind === 'escalated')?.claim.text).toBe(told);
  });

  test('the message that speaks of the same call is not told beside it', () => {
    const document = draft(
      called('orders are down'),
      aMessage('12:41', 'escalating to the dba on call, paging now'),
    );

    expect(document.escalations).toHaveLength(1);
  });

  test('an offered handoff says to whom', () => {
    const offered = aCommand('12:40', 'handoff', 'my shift ends', { over: { detail: { user: BEN } } });

    expect(rowsOf(draft(offered))).toContain('Lead offered to @Ben: my shift ends');
  });

  test.each(['renamed', 'topic', 'archived', 'unarchived'] as const)(
    '%s is machinery, and no row',
    (kind) => {
      const document = draft(aCommand('12:40', kind, 'root cause is the disk of the primary, it died'));

      expect(JSON.stringify(document)).not.toContain('primary');
    },
  );
});

test('a merged incident says where it goes on and asks for nothing', () => {
  const incident = anIncident({ status: 'cancelled', mergedInto: 7, endedAt: at('12:50') });
  const merged = aCommand('12:50', 'merged', 'same outage', { over: { detail: { into: '7' } } });
  const task = aCommand('12:40', 'task', 'alert on replication lag');
  const record = aRecord([task, merged], { incident, followUps: [aFollowUp(task)] });
  const document = draftPostmortem(record, { version: 1 });

  expect(document).toMatchObject({ status: 'cancelled', goesOnIn: 'INC-7', questions: [], actions: [] });
  expect(document.window.end?.at).toBe(at('12:50').toISOString());
  expect(rowsOf(document)).toContain('Goes on in INC-7: same outage');
});

test('the incident that took another in says so', () => {
  const absorbed = aCommand('12:50', 'merged', '', { over: { detail: { from: '3' } } });

  expect(rowsOf(draft(absorbed))).toContain('INC-3 goes on here');
});

test('the owner of the postmortem is known once somebody was named', () => {
  const owner = userId('UBEN');
  const document = draftPostmortem(aRecord([], { incident: anIncident({ postmortemOwner: owner }) }), {
    version: 1,
  });

  expect(document.owner).toEqual({ kind: 'known', value: owner });
  expect(slotsAsked(document)).not.toContain('document_owner');
  expect(document.names[owner]).toBe('Ben');
});

test('a drill is marked as practice', () => {
  const document = draftPostmortem(aRecord([], { incident: anIncident({ drill: true }) }), { version: 1 });

  expect(document.practice).toBe(true);
  expect(draft().practice).toBe(false);
});

test('the order in which entries are given does not matter', () => {
  const entries = [
    ...withMarks(aMessage('12:40', 'looking\n!cause the disk of the primary died')),
    { ...aCommand('12:41', 'note', 'x'), id: entryId('delivery:x') },
  ];

  expect(draft(...entries.toReversed())).toEqual(draft(...entries));
});
