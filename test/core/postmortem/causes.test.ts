import { aCommand, aMessage, aPin } from '../../builders.js';
import { draft, slotsAsked } from './drafting.js';

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

  it.each([
    ['a table became corrupted. why it got corrupted is not known', 'why it got corrupted is not known'],
    ['Index defekt. Warum er defekt wurde, ist unklar', 'Warum er defekt wurde, ist unklar'],
  ])('asks for the trigger where it is only said that it is not known: %s', (cause, words) => {
    const document = draft(aCommand('13:40', 'cause', cause));
    expect(document.causes.map(({ role }) => role)).toEqual(['root']);
    expect(document.questions.find(({ slot }) => slot === 'trigger')?.ask).toContain(words);
  });

  it.each([
    'expired cert, the config push was unrelated',
    "expired cert; it wasn't the config push",
    'expired cert. config push 4411 was a red herring',
  ])('forgets the cause that a later one withdraws: %s', (later) => {
    const document = draft(aCommand('13:40', 'cause', 'config push 4411'), aCommand('13:45', 'cause', later));
    expect(document.causes.map(({ role, claim }) => [role, claim.text])).toEqual([['root', later]]);
  });

  it.each([
    ['corrupted index after the upgrade of Saturday', 'proposed'],
    ['corrupted index, triggered by the upgrade of Saturday', 'stated'],
    ['corrupted index, because of the upgrade of Saturday', 'stated'],
  ])('states a part of a sentence as the trigger only by the word of its speaker: %s', (cause, status) => {
    const document = draft(aCommand('13:40', 'cause', cause));
    expect(document.causes.find(({ role }) => role === 'trigger')?.claim.status).toBe(status);
  });

  it('never gives one sentence as both', () => {
    const document = draft(aCommand('13:40', 'cause', 'new release changed the pool size.'));
    expect(document.causes.map(({ role }) => role)).toEqual(['root']);
    expect(slotsAsked(document)).toContain('trigger');
  });

  it('only proposes what a message says, and asks', () => {
    const document = draft(aMessage('13:40', 'root cause is the new index on orders, it locks all writes'));
    expect(document.causes[0]?.claim.status).toBe('proposed');
    expect(slotsAsked(document)).toContain('root_cause');
  });

  it('does not take a guess that was ruled out for the cause', () => {
    const document = draft(
      aMessage('12:30', "it's the new checkout deploy, that's the cause of the errors"),
      aMessage('12:50', "rolled back the checkout deploy, no change, so it's not the deploy"),
    );
    expect(document.causes.filter((cause) => cause.role === 'root')).toEqual([]);
    expect(document.hypotheses.map((hypothesis) => hypothesis.outcome)).toEqual(['ruled_out']);
  });

  const rolesOf = (document: ReturnType<typeof draft>) =>
    document.causes.map(({ role, claim }) => [role, claim.text]);

  it.each([
    ['by the word trigger', 'the pool was exhausted', 'trigger: migration of 9:10'],
    ['by other words for it', 'the pool was exhausted', 'what set it off: a migration at 9:10'],
    ['in Spanish', 'el pool se agotó', 'lo que lo disparó: la migración de las 9:10'],
  ])('keeps both of two cause commands: %s', (_, root, trigger) => {
    const document = draft(aCommand('14:10', 'cause', root), aCommand('14:11', 'cause', trigger));
    expect(rolesOf(document)).toEqual([
      ['root', root],
      ['trigger', trigger],
    ]);
  });

  it('holds to the later of two cause commands and makes no trigger of their order', () => {
    const document = draft(
      aCommand('13:10', 'cause', 'regex backtracks and burns the cores'),
      aCommand('13:11', 'cause', 'rule pushed everywhere in one wave'),
    );
    expect(rolesOf(document)).toEqual([['root', 'rule pushed everywhere in one wave']]);
    expect(document.timeline.map(({ claim }) => claim.text)).toContain(
      'regex backtracks and burns the cores',
    );
    expect(slotsAsked(document)).toContain('trigger');
  });

  it('reads the roles of two cause commands from their words where the trigger came first', () => {
    const document = draft(
      aCommand('14:10', 'cause', 'trigger: migration of 9:10'),
      aCommand('14:11', 'cause', 'the pool was exhausted'),
    );
    expect(rolesOf(document)).toEqual([
      ['root', 'the pool was exhausted'],
      ['trigger', 'trigger: migration of 9:10'],
    ]);
  });

  it('believes a later pin that explains rather than an early guess, whatever the language', () => {
    const root = '复现了！传进来的是字符串"0"，取模得 nan，然后一直递归，把CPU吃满';
    const trigger = '那"0"哪来的：有个服务用了新的发布模式，权重会短暂变成0';
    const document = draft(
      aMessage('12:30', '会不会是上周的WAF'),
      aMessage('12:40', 'WAF 回滚了，CPU 一点没降'),
      aPin('+1 11:40', root),
      aMessage('+1 11:46', trigger, { marks: ['bulb'] }),
    );
    expect(rolesOf(document)).toEqual([
      ['root', root],
      ['trigger', trigger],
    ]);
  });

  it('does not take a note that rules something out for the cause', () => {
    const document = draft(
      aCommand(
        '13:00',
        'note',
        "rollout went to two clusters only, so it's not our deploy, the others had none",
      ),
    );
    expect(document.causes).toEqual([]);
  });
});
