import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import { renderMarkdown } from '../../../src/render/postmortem/render-markdown.js';
import { aCommand, aFollowUp, aMessage, aPin, aRecord, BEN } from '../../builders.js';
import { draft, slotsAsked } from './drafting.js';

describe('actions', () => {
  it('takes follow-ups with owner and day as they are', () => {
    const task = aCommand('14:05', 'task', 'test backups');
    const record = aRecord([task], { followUps: [aFollowUp(task, { owner: BEN, due: '2024-06-30' })] });
    const [action] = draftPostmortem(record, { version: 1 }).actions;
    expect(action).toMatchObject({
      owner: { kind: 'known', value: BEN },
      due: { kind: 'known', value: '2024-06-30' },
      claim: { status: 'stated' },
    });
  });

  it('names an owner who never said a word', () => {
    const task = aCommand('14:05', 'task', 'test backups');
    const record = aRecord([task], { followUps: [aFollowUp(task, { owner: BEN })] });
    const document = draftPostmortem(record, { version: 1 });
    expect(document.names[BEN]).toBe('Ben');
    expect(renderMarkdown(document)).toContain('@Ben');
  });

  it('splits a pinned list, owner and day for each', () => {
    const list = aPin(
      '14:10',
      '1. alert on lag <@UBEN> by 2024-07-01\n2. no single drives\n3. look at failover',
    );
    const { actions } = draft(list);
    expect(
      actions.map(({ claim, owner, due }) => [
        claim.text,
        owner.kind === 'known' ? owner.value : null,
        due.kind === 'known' ? due.value : null,
      ]),
    ).toEqual([
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
    const slots = slotsAsked(draft(aMessage('14:05', 'TODO: write a runbook for failover')));
    expect(slots).toEqual(expect.arrayContaining(['owner', 'due']));
  });

  it.each([
    '🍺🍺🍺',
    'we should all get a raise',
    'we need to get some beers tonight',
    'we need more coffee in this office',
    'we should, really',
  ])('takes no jest for an action: %s', (words) => {
    expect(draft(aMessage('14:05', words)).actions.map(({ claim }) => claim.text)).toEqual([]);
  });

  it('takes a phrase with a verb and what it is done to', () => {
    const { actions } = draft(aMessage('14:05', 'we should add an alert on replication lag'));
    expect(actions.map(({ claim }) => claim.text)).toEqual(['we should add an alert on replication lag']);
  });

  it.each([
    ['TODO: Runbook schreiben <@UBEN> bis 2024-11-04', 'Runbook schreiben'],
    ['TODO: Runbook schreiben bis zum 4. November <@UBEN>', 'Runbook schreiben'],
    ['TODO: écrire le runbook avant le 4 novembre (<@UBEN>)', 'écrire le runbook'],
    ['TODO: <@UBEN> escribir el runbook, hasta el 4 de noviembre', 'escribir el runbook'],
  ])('cuts the day and the owner out of the words: %s', (words, text) => {
    const [action] = draft(aMessage('14:05', words)).actions;
    expect(action).toMatchObject({
      claim: { text },
      owner: { kind: 'known', value: BEN },
      due: { kind: 'known', value: '2024-11-04' },
    });
  });
});
