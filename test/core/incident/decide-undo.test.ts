import { entryId } from '../../../src/core/ids.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { actOf, aFollowUp, aLog, anEntry, anIncident, CORA, decided, MAYA, NOW, OMAR } from './builders.js';

const undo = { kind: 'undo', code: null } as const;
const quiet = { by: MAYA, at: NOW };

const note = (name: string, by = MAYA): IncidentEvent => ({
  kind: 'stated',
  ...actOf(name, by),
  what: 'note',
  text: name,
  backdated: false,
  message: null,
});
const status = (name: string, from: 'investigating' | 'identified', to: 'identified' | 'monitoring') =>
  ({ kind: 'status-changed', ...actOf(name), from, to, text: '' }) as const;
const undone = (name: string, by = MAYA): IncidentEvent => ({
  kind: 'undone',
  by,
  at: NOW,
  target: entryId(`e:${name}`),
  restore: {},
});

/** What undoing the act named so gives, by the code of its line. */
const undoing = (name: string, log: readonly IncidentEvent[], incident = anIncident()) =>
  decided(
    incident,
    { kind: 'undo', code: 'k3f9' },
    { log: aLog(...log), target: { kind: 'one', entry: anEntry({ id: entryId(`e:${name}`) }) } },
  );

describe('without a code', () => {
  it.each<[string, readonly IncidentEvent[], string]>([
    ['the speaker’s last act', [note('a'), note('b')], 'b'],
    ['not what others did since', [note('a'), note('b', CORA)], 'a'],
    ['the one before, when the last is undone already', [note('a'), note('b'), undone('b')], 'a'],
    ['past what has no line', [note('a'), { kind: 'snoozed', by: MAYA, at: NOW, until: null }], 'a'],
  ])('takes back %s', (_, log, name) => {
    expect(decided(anIncident(), undo, { log: aLog(...log) })).toEqual([
      { kind: 'undone', ...quiet, target: `e:${name}`, restore: {} },
    ]);
  });

  it.each<[string, readonly IncidentEvent[]]>([
    ['all of it is undone', [note('a'), undone('a')]],
    [
      'a task was ticked since',
      [note('a'), { kind: 'follow-up-changed', ...quiet, number: 1, change: { done: true } }],
    ],
    [
      'a line was hidden since',
      [note('a'), { kind: 'entry-hidden', ...quiet, target: entryId('x'), hidden: true }],
    ],
  ])('takes nothing back when %s', (_, log) => {
    expect(decided(anIncident(), undo, { log: aLog(...log) })).toEqual({ kind: 'nothing-to-undo' });
  });

  it('takes nothing back for who has done nothing', () => {
    const act = { ...actOf('undo', OMAR) };

    expect(decided(anIncident(), undo, { log: aLog(note('a')) }, act)).toEqual({ kind: 'nothing-to-undo' });
  });

  it('never reaches past an update to the note before it', () => {
    const update = { kind: 'update-posted', ...actOf('u'), text: 'x', nextAt: null } as const;

    expect(decided(anIncident(), undo, { log: aLog(note('a'), update) })).toEqual({
      kind: 'undo-otherwise',
      instead: 'update',
    });
  });

  it('goes on with the next act after a task was taken back', () => {
    const task = { ...actOf('t'), kind: 'follow-up-added', number: 1, text: 'x' } as const;
    const log = aLog(note('a'), { ...task, owner: null, due: null, message: null }, undone('t'), {
      kind: 'follow-up-changed',
      ...quiet,
      number: 1,
      change: { withdrawn: true },
    });

    expect(decided(anIncident(), undo, { log })).toMatchObject([{ kind: 'undone', target: 'e:a' }]);
  });
});

describe('by a line’s code', () => {
  it('takes back what somebody else did', () => {
    expect(undoing('a', [note('a', CORA)])).toEqual([
      { kind: 'undone', ...quiet, target: 'e:a', restore: {} },
    ]);
  });

  it('takes nothing back twice, and nothing that is nobody’s act', () => {
    expect(undoing('a', [note('a'), undone('a')])).toEqual({ kind: 'nothing-to-undo' });
    expect(undoing('message', [note('a')])).toEqual({ kind: 'nothing-to-undo' });
  });

  it.each([
    ['redacted', { redacted: true }],
    ['withdrawn', { withdrawn: true }],
  ])('leaves a %s line alone', (why, about) => {
    const target = anEntry({ id: entryId('e:a'), ...about });

    expect(
      decided(
        anIncident(),
        { kind: 'undo', code: 'k3f9' },
        { log: aLog(note('a')), target: { kind: 'one', entry: target } },
      ),
    ).toEqual({
      kind: 'entry-fixed',
      why,
    });
  });

  it.each<[IncidentEvent, string]>([
    [{ kind: 'update-posted', ...actOf('a'), text: 'x', nextAt: null }, 'update'],
    [{ kind: 'escalated', ...actOf('a'), users: [CORA], groups: [], text: '' }, 'escalate'],
    [{ kind: 'resolved', ...actOf('a'), text: '' }, 'reopen'],
    [{ kind: 'cancelled', ...actOf('a'), text: '' }, 'reopen'],
    [{ kind: 'merged', ...actOf('a'), into: 4, text: '' }, 'reopen'],
    [{ kind: 'reopened', ...actOf('a'), text: '' }, 'resolve'],
  ])('$kind has a way back of its own', (event, instead) => {
    expect(undoing('a', [event])).toEqual({ kind: 'undo-otherwise', instead });
  });

  it('a declaration is cancelled, not undone', () => {
    expect(undoing('declared', [])).toEqual({ kind: 'undo-otherwise', instead: 'declare' });
  });

  it('takes the follow-up back with its line', () => {
    const task = { kind: 'follow-up-added', ...actOf('t'), number: 3, text: 'x' } as const;
    const log = aLog({ ...task, owner: null, due: null, message: null });
    const target = anEntry({ id: entryId('e:t'), kind: 'task' });

    expect(
      decided(
        anIncident(),
        { kind: 'undo', code: 'k3f9' },
        { log, target: { kind: 'one', entry: target }, followUps: [aFollowUp({ number: 3 })] },
      ),
    ).toEqual([
      { kind: 'undone', ...quiet, target: 'e:t', restore: {} },
      { kind: 'follow-up-changed', ...quiet, number: 3, change: { withdrawn: true } },
    ]);
  });
});

describe('what is put back', () => {
  const lead = (name: string, user: typeof MAYA): IncidentEvent => ({
    kind: 'lead-assigned',
    ...actOf(name),
    user,
  });
  const role = (name: string, roleName: string, user: typeof MAYA): IncidentEvent => ({
    kind: 'role-assigned',
    ...actOf(name),
    role: roleName,
    user,
  });
  const severity = (name: string, to: 1 | 3): IncidentEvent => ({
    kind: 'severity-changed',
    ...actOf(name),
    from: 2,
    to,
    text: '',
  });
  const renamed = (name: string, to: string): IncidentEvent => ({
    kind: 'renamed',
    ...actOf(name),
    from: 'Checkout down',
    to,
  });
  const offered = (name: string, user: typeof MAYA): IncidentEvent => ({
    kind: 'handoff-offered',
    ...actOf(name),
    user,
    text: '',
  });
  const reopened: IncidentEvent = { kind: 'reopened', ...actOf('r'), text: '' };
  const resolved: IncidentEvent = { kind: 'resolved', ...actOf('res'), text: '' };

  it.each<[string, string, readonly IncidentEvent[], object]>([
    ['the status before', 'a', [status('a', 'investigating', 'identified')], { status: 'investigating' }],
    [
      'no status, once there is a later one',
      'a',
      [status('a', 'investigating', 'identified'), status('b', 'identified', 'monitoring')],
      {},
    ],
    ['no status, once it has ended', 'a', [status('a', 'investigating', 'identified'), resolved], {}],
    [
      'the status before, once the later one is undone too',
      'a',
      [status('a', 'investigating', 'identified'), status('b', 'identified', 'monitoring'), undone('b')],
      { status: 'investigating' },
    ],
    [
      'not a status that was itself taken back',
      'b',
      [status('a', 'investigating', 'identified'), undone('a'), status('b', 'identified', 'monitoring')],
      { status: 'investigating' },
    ],
    [
      'the status of a reopening',
      'b',
      [resolved, reopened, status('b', 'investigating', 'identified')],
      { status: 'investigating' },
    ],
    ['the severity of the declaration', 'a', [severity('a', 1)], { severity: 2 }],
    ['no severity, once there is a later one', 'a', [severity('a', 1), severity('b', 3)], {}],
    ['the severity before', 'b', [severity('a', 1), severity('b', 3)], { severity: 1 }],
    ['nobody’s lead', 'a', [lead('a', CORA)], { lead: null }],
    ['the lead before', 'b', [lead('a', CORA), lead('b', OMAR)], { lead: CORA }],
    ['no lead, once somebody else has it', 'a', [lead('a', CORA), lead('b', OMAR)], {}],
    ['the title before', 'b', [renamed('a', 'Search down'), renamed('b', 'x')], { title: 'Search down' }],
    ['the title of the declaration', 'a', [renamed('a', 'Search down')], { title: 'Checkout down' }],
    ['no offer', 'a', [offered('a', CORA)], { handoffTo: null }],
    ['the offer before', 'b', [offered('a', CORA), offered('b', OMAR)], { handoffTo: CORA }],
    ['no offer, once somebody has taken the lead', 'a', [offered('a', CORA), lead('b', CORA)], {}],
  ])('%s', (_, name, log, restore) => {
    expect(undoing(name, log)).toMatchObject([{ kind: 'undone', target: `e:${name}` }]);
    expect(undoing(name, log)).toEqual([expect.objectContaining({ restore })]);
  });

  it('one role, whatever its name, and not the others', () => {
    const incident = anIncident({ roles: { comms: CORA, ['__proto__']: OMAR } });

    expect(undoing('a', [role('a', '__proto__', OMAR)], incident)).toEqual([
      expect.objectContaining({ restore: { roles: { comms: CORA } } }),
    ]);
    const again = undoing('b', [role('a', '__proto__', CORA), role('b', '__proto__', OMAR)], incident);
    const roles = [again].flat().map((event) => ('restore' in event ? event.restore.roles : null))[0];
    expect(Object.entries(roles ?? {})).toEqual([
      ['comms', CORA],
      ['__proto__', CORA],
    ]);
  });

  it('no role, once somebody else has it; another role does not matter', () => {
    const incident = anIncident({ roles: { comms: OMAR, scribe: CORA } });

    expect(undoing('a', [role('a', 'comms', CORA), role('b', 'comms', OMAR)], incident)).toEqual([
      expect.objectContaining({ restore: {} }),
    ]);
    expect(undoing('a', [role('a', 'comms', OMAR), role('b', 'scribe', CORA)], incident)).toEqual([
      expect.objectContaining({ restore: { roles: { scribe: CORA } } }),
    ]);
  });
});
