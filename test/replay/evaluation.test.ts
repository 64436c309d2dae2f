import { draftPostmortem } from '../../src/core/postmortem/draft.js';
import { renderMarkdown } from '../../src/render/postmortem/render-markdown.js';
import { evaluationOf } from '../../src/replay/evaluation.js';
import { aCommand, aFollowUp, aMessage, anAlert, aRecord, BEN } from '../builders.js';

describe('the evaluation of a draft', () => {
  const task = aCommand('14:05', 'task', 'test backups');
  const entries = [
    anAlert('12:05', 'error rate 40%'),
    aCommand('14:01', 'impact', '80% of users could not buy'),
    aMessage('13:50', 'rebuilding the orders index'),
    task,
  ];
  const postmortem = draftPostmortem(
    aRecord(entries, { followUps: [aFollowUp(task, { owner: BEN, due: '2024-06-30' })] }),
    { version: 1 },
  );
  const markdown = renderMarkdown(postmortem);
  const evaluation = evaluationOf(postmortem, markdown, {
    scenarioId: 'made-up',
    indexOfEntry: (id) => {
      const index = entries.findIndex((entry) => entry.id === id);
      return index < 0 ? null : index;
    },
    castKeyOf: (user) => (user === BEN ? 'ben' : null),
  });

  it('cites events by their index, in order and once', () => {
    expect(evaluation.impact).toEqual([{ text: '80% of users could not buy', from: [1], status: 'stated' }]);
    expect(evaluation.timeline[0]).toMatchObject({ text: 'error rate 40%', from: [0] });
  });

  it('calls a proposal one', () => {
    expect(evaluation.resolution).toEqual([
      { text: 'rebuilding the orders index', from: [2], status: 'proposed' },
    ]);
  });

  it('names owners by their cast key, and nobody who is not in the cast', () => {
    expect(evaluation.actions).toMatchObject([{ owner: 'ben', due: '2024-06-30', from: [3] }]);
    expect(evaluation.questions.every((question) => question.for === null || question.for === 'ben')).toBe(
      true,
    );
  });

  it('hands the document on as it is', () => {
    expect(evaluation.markdown).toBe(markdown);
  });
});
