import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import type { Claim, Postmortem } from '../../../src/core/postmortem/model.js';
import { renderMarkdown } from '../../../src/render/postmortem/render-markdown.js';
import { aCommand, aFollowUp, aMessage, anAlert, anIncident, aPin, aRecord, at, BEN } from '../../builders.js';

const draft = (...entries: Parameters<typeof aRecord>[0]): Postmortem => draftPostmortem(aRecord(entries), { version: 1 });
const textsOf = (claims: readonly Claim[]): readonly string[] => claims.map((claim) => claim.text);
const startOf = (document: Postmortem) => (document.window.start.kind === 'known' ? document.window.start.value : null);

function claimsOf(document: Postmortem): readonly Claim[] {
  return [
    ...document.impact.claims,
    ...document.detection,
    ...document.timeline.map((row) => row.claim),
    ...document.hypotheses.map((hypothesis) => hypothesis.claim),
    ...document.escalations,
    ...document.causes.map((cause) => cause.claim),
    ...document.resolution.claims,
    ...document.resolution.leftOvers,
    ...document.actions.map((action) => action.claim),
  ];
}

/** A small generator of numbers that are always the same. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const PHRASES = [
  'rolling back the deploy', 'still failing', "it's not the network", 'maybe the cache?', 'about 40% of users see errors', '🍕', '',
  'found it: the index is corrupted because of the upgrade', 'escalating to <@UBEN>', 'TODO: write a runbook by Friday', '1. add alerts 2. test backups',
  'ロールバックしました', '原因: キャッシュ', 'Fehlerquote sinkt', 'should be fixed now', 'since 11:40 everything is slow', '<!channel> | *x* `y` [z](http://a.b)',
] as const;
const KINDS = ['message', 'alert', 'note', 'impact', 'cause', 'trigger', 'fix', 'task', 'status', 'severity', 'reopened', 'update', 'suspect', 'joined'] as const;
const SIGNS = ['pin', 'dart', '+1', 'x', 'eyes', 'memo', 'hammer_and_wrench'] as const;

function anyRecord(seed: number) {
  const next = numbers(seed);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const entries = Array.from({ length: 5 + Math.floor(next() * 60) }, (_, i) => {
    const clock = `${String(11 + Math.floor(next() * 5)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
    const sign = next() < 0.2 ? pick(SIGNS) : undefined;
    const kind = next() < 0.7 ? 'message' : (pick(KINDS) ?? 'note');
    const author = next() < 0.05 ? { author: null } : {};
    const over = { kind, withdrawn: next() < 0.1, ...author };
    return aMessage(clock, pick(PHRASES) ?? '', { marks: sign === undefined ? [] : [sign], over });
  });
  const status = pick(['resolved', 'cancelled', 'investigating'] as const) ?? 'resolved';
  return aRecord(entries, { incident: anIncident({ status, endedAt: status === 'investigating' ? null : at('15:59') }) });
}

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);

describe('any record', () => {
  it.each(SEEDS)('gives a document in which every claim cites live entries (%i)', (seed) => {
    const record = anyRecord(seed);
    const document = draftPostmortem(record, { version: 1 });
    const live = new Set(record.entries.filter((entry) => !entry.withdrawn).map((entry) => entry.id as string));
    const cited = claimsOf(document).flatMap((claim) => claim.sources.flatMap((s) => (s.kind === 'computed' ? [...s.from] : [s.record])));
    expect(claimsOf(document).every((claim) => claim.sources.length > 0)).toBe(true);
    expect(cited.filter((id) => !live.has(id))).toEqual([]);
    expect(document.records.map((record) => record.id)).toEqual(expect.arrayContaining(cited));
  });

  it.each(SEEDS)('gives the same bytes in whatever order its entries come (%i)', (seed) => {
    const record = anyRecord(seed);
    const turned = { ...record, entries: [...record.entries].reverse() };
    const one = draftPostmortem(record, { version: 1 });
    expect(JSON.stringify(draftPostmortem(turned, { version: 1 }))).toBe(JSON.stringify(one));
    expect(renderMarkdown(draftPostmortem(turned, { version: 1 }))).toBe(renderMarkdown(one));
  });

  it.each(SEEDS)('survives being stored as JSON (%i)', (seed) => {
    const document = draftPostmortem(anyRecord(seed), { version: 1 });
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it.each(SEEDS)('states nothing that only an ordinary message says (%i)', (seed) => {
    const document = draftPostmortem(anyRecord(seed), { version: 1 });
    const facts = [...document.impact.claims, ...document.resolution.claims, ...document.causes.map((cause) => cause.claim)];
    const bold = facts.filter((claim) => claim.status === 'stated' && claim.sources.every((source) => source.kind === 'message'));
    expect(bold).toEqual([]);
  });
});

describe('what was taken back', () => {
  it('leaves no trace of a withdrawn entry', () => {
    const gone = aPin('13:30', 'root cause: the secret contract with Hexagon', { over: { withdrawn: true } });
    const document = draft(anAlert('12:05', 'error rate 40%'), gone);
    expect(JSON.stringify(document)).not.toMatch(/Hexagon/);
    expect(JSON.stringify(document)).not.toContain(gone.id);
  });

  it('counts an edited message with its last text', () => {
    const edited = aMessage('13:00', '64% of requests failed', {
      over: { revisions: [{ text: '46% of requests failed', at: aMessage('13:00', '').revisions[0]?.at ?? aMessage('13:00', '').revisions[0]!.at }] },
    });
    expect(textsOf(draft(edited).impact.claims)).toEqual(['64% of requests failed']);
  });

  it.each([
    'I measured wrong, ignore the 80%',
    'correction: not 80% of users, that number is wrong',
    'the 80% of users is a monitoring artefact',
  ])('tells no figure that somebody corrected: %s', (correction) => {
    const document = draft(aMessage('12:30', '80% of users cannot log in'), aMessage('12:40', correction));
    expect(textsOf(document.impact.claims).join()).not.toMatch(/80% of users cannot/);
  });

  it('does not take a pin that was removed for a pin', () => {
    const unpinned = aPin('13:00', 'root cause: the cache was full');
    const off = { ...unpinned, marks: unpinned.marks.map((mark) => ({ ...mark, on: false })) };
    const root = draft(off).causes.find((cause) => cause.role === 'root')?.claim;
    expect(root?.status).toBe('proposed');
  });
});

describe('the window', () => {
  it.each([
    ['a range in an impact command', aCommand('14:02', 'impact', 'checkout down from 11:30 AM to 2 PM UTC'), '11:30', 'stated'],
    ['a started command', aCommand('12:20', 'started', '', { over: { occurredAt: at('11:45'), backdated: true } }), '11:45', 'stated'],
    ['an alert that says since when', anAlert('12:05', 'shop down since 11:58 UTC'), '11:58', 'proposed'],
    ['the first alert', anAlert('12:05', 'error rate 40%'), '12:05', 'computed'],
    ['the first complaint', aMessage('12:01', 'checkout is down for me'), '12:01', 'computed'],
    ['the declaration, for want of anything better', aMessage('12:20', 'hello'), '12:10', 'computed'],
  ] as const)('begins with %s', (_, entry, clock, status) => {
    const start = startOf(draft(entry));
    expect(start?.at).toBe(at(clock).toISOString());
    expect(start?.status).toBe(status);
  });

  it('asks when it began where only a sign is on record', () => {
    expect(draft(anAlert('12:05', 'error rate 40%')).questions.map((question) => question.slot)).toContain('started_at');
  });

  it('ends with the last resolve, not with one that did not hold', () => {
    const document = draft(aCommand('13:00', 'resolved', 'fixed'), aCommand('13:20', 'reopened', 'again'), aCommand('14:00', 'resolved', 'really'));
    expect(document.window.end?.at).toBe(at('14:00').toISOString());
  });

  it('has no end while the incident is open, whatever was resolved before', () => {
    const entries = [aCommand('13:00', 'resolved', 'fixed'), aCommand('13:20', 'reopened', 'again')];
    const record = aRecord(entries, { incident: anIncident({ status: 'investigating', endedAt: null }) });
    const document = draftPostmortem(record, { version: 2 });
    expect(document.window.end).toBeNull();
    expect(document.ended).toBe(false);
  });

  it('does not take the span of lost data for the span of the outage', () => {
    const document = draft(anAlert('12:05', 'error rate'), aCommand('14:02', 'impact', 'All orders failed. Data from 09:00 to 12:00 was lost.'));
    expect(startOf(document)?.at).toBe(at('12:05').toISOString());
  });
});

describe('cause and trigger', () => {
  it('takes the last cause command and quotes its trigger from the same sentence', () => {
    const document = draft(
      aCommand('13:00', 'cause', 'the cache'),
      aCommand('13:40', 'cause', 'corrupted index, probably caused by the recent upgrade'),
    );
    expect(document.causes.map(({ role, claim }) => [role, claim.text, claim.status, claim.hedge])).toEqual([
      ['root', 'corrupted index, probably caused by the recent upgrade', 'stated', 'likely'],
      ['trigger', 'probably caused by the recent upgrade', 'stated', 'likely'],
    ]);
  });

  it('keeps that the trigger is not known', () => {
    const document = draft(aCommand('13:40', 'cause', 'a table became corrupted. why it got corrupted is not known'));
    expect(document.causes.find((cause) => cause.role === 'trigger')?.claim.text).toBe('why it got corrupted is not known');
  });

  it('only proposes what a message says, and asks', () => {
    const document = draft(aMessage('13:40', 'root cause is the new index on orders, it locks all writes'));
    expect(document.causes[0]?.claim.status).toBe('proposed');
    expect(document.questions.map((question) => question.slot)).toContain('root_cause');
  });

  it('does not take a guess that was ruled out for the cause', () => {
    const document = draft(
      aMessage('12:30', "it's the new checkout deploy, that's the cause of the errors"),
      aMessage('12:50', "rolled back the checkout deploy, no change, so it's not the deploy"),
    );
    expect(document.causes.filter((cause) => cause.role === 'root')).toEqual([]);
    expect(document.hypotheses.map((hypothesis) => hypothesis.outcome)).toEqual(['ruled_out']);
  });
});

describe('the resolution', () => {
  it.each(['should be fixed now', 'this will be fixed in 10 min', 'checkout fully restored'])('is not "%s"', (words) => {
    expect(textsOf(draft(aMessage('13:55', words)).resolution.claims)).toEqual([]);
  });

  it('proposes the deed that came before the resolve, not the one without effect', () => {
    const document = draft(
      aMessage('12:30', 'restarting the web servers'),
      aMessage('12:40', 'restart did not help'),
      aMessage('13:30', 'rebuilding the orders index'),
    );
    expect(document.resolution.claims.map((claim) => [claim.text, claim.status])).toEqual([['rebuilding the orders index', 'proposed']]);
  });
});

describe('actions', () => {
  it('takes follow-ups with owner and day as they are', () => {
    const task = aCommand('14:05', 'task', 'test backups');
    const record = aRecord([task], { followUps: [aFollowUp(task, { owner: BEN, due: '2024-06-30' })] });
    const [action] = draftPostmortem(record, { version: 1 }).actions;
    expect(action).toMatchObject({ owner: { kind: 'known', value: BEN }, due: { kind: 'known', value: '2024-06-30' }, claim: { status: 'stated' } });
  });

  it('splits a pinned list, owner and day for each', () => {
    const list = aPin('14:10', '1. alert on lag <@UBEN> by 2024-07-01\n2. no single drives\n3. look at failover');
    const { actions } = draft(list);
    expect(actions.map(({ claim, owner, due }) => [claim.text, owner.kind === 'known' ? owner.value : null, due.kind === 'known' ? due.value : null])).toEqual([
      ['alert on lag', BEN, '2024-07-01'],
      ['no single drives', null, null],
      ['look at failover', null, null],
    ]);
    expect(actions.map((action) => action.claim.status)).toEqual(['stated', 'stated', 'stated']);
  });

  it('does not take a step of the repair for a follow-up', () => {
    expect(draft(aMessage('12:30', 'we should restart the primary')).actions).toEqual([]);
  });

  it('asks for owner and day where nobody named them', () => {
    const slots = draft(aMessage('14:05', 'TODO: write a runbook for failover')).questions.map((question) => question.slot);
    expect(slots).toEqual(expect.arrayContaining(['owner', 'due']));
  });
});

describe('the timeline', () => {
  it('keeps a day of a thousand messages to thirty rows', () => {
    const next = numbers(7);
    const talk = Array.from({ length: 1000 }, (_, i) => {
      const minutes = 12 * 60 + 11 + i;
      const clock = `${minutes >= 1440 ? '+1 ' : ''}${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      return aMessage(clock, `${PHRASES[Math.floor(next() * PHRASES.length)]} ${i}`);
    });
    const record = aRecord([...talk, aCommand('+1 06:00', 'resolved', 'over')], { incident: anIncident({ endedAt: at('+1 06:00') }) });
    const { timeline } = draftPostmortem(record, { version: 1 });
    expect(timeline.length).toBeLessThanOrEqual(30);
    expect(timeline.map((row) => row.at)).toEqual(timeline.map((row) => row.at).toSorted());
  });

  it('shows a backdated note at its own time', () => {
    const note = aCommand('13:00', 'note', 'failover began', { over: { occurredAt: at('12:40'), backdated: true } });
    expect(draft(note).timeline.find((row) => row.claim.text === 'failover began')?.at).toBe(at('12:40').toISOString());
  });

  it.each(['lol', 'pizza or sushi?', '🎉', 'morning all'])('has no room for chatter: %s', (words) => {
    expect(draft(aMessage('12:30', words)).timeline.map((row) => row.claim.text)).not.toContain(words);
  });

  it.each([
    ['German', 'Wir rollen das Deployment zurück'],
    ['French', 'on redémarre la base de données'],
    ['Spanish', 'estamos reiniciando el servidor'],
    ['Portuguese', 'revertendo o deploy'],
    ['Japanese', 'データベースを再起動します'],
    ['Chinese', '正在回滚上一个版本'],
  ])('tells of a deed said in %s', (_, words) => {
    expect(draft(aMessage('12:30', words)).timeline.map((row) => row.claim.text)).toContain(words);
  });

  it('shows the first alert of a kind, not each repetition', () => {
    const { timeline } = draft(anAlert('12:05', 'error rate 40%'), anAlert('12:15', 'error rate 42%'), anAlert('12:25', 'error rate 41%'));
    expect(timeline.filter((row) => row.kind === 'alert')).toHaveLength(1);
  });
});

describe('a cancelled incident', () => {
  const cancelled = draftPostmortem(
    aRecord([anAlert('12:05', 'error rate 40%'), aMessage('12:30', '40% of users see errors'), aCommand('12:40', 'cancelled', 'the exporter was broken')], {
      incident: anIncident({ status: 'cancelled', endedAt: at('12:40') }),
    }),
    { version: 1 },
  );

  it('claims no impact and no cause', () => {
    expect([...cancelled.impact.claims, ...cancelled.causes, ...cancelled.resolution.claims]).toEqual([]);
  });

  it('says in its own words that it was cancelled', () => {
    expect(renderMarkdown(cancelled)).toMatch(/\*\*Status:\*\* cancelled/);
  });

  it('is not what a question about a false alarm makes', () => {
    expect(draft(aMessage('12:30', 'false alarm?')).status).toBe('draft');
  });
});
