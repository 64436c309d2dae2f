import { refused } from '../../../src/render/messages/refusal.js';
import { shown } from '../faults.js';
import { REFUSALS } from '../refusals.js';

const mistyped = (text: string) =>
  refused({ kind: 'unknown-verb', said: 'resovle', suggestion: 'resolve', text, inIncident: true });

describe('refusals', () => {
  it.each(REFUSALS.map((refusal) => [refusal.kind, refusal] as const))('%s', (_, refusal) => {
    expect(shown(refused(refusal))).toMatchSnapshot();
  });

  it('says that a text is too long for a button instead of cutting it', () => {
    const message = shown(mistyped(`resovle ${'a'.repeat(3000)}`));

    expect(message).not.toContain(' -> ');
    expect(message).toContain('too long for a button');
  });

  it('carries the words over to the command that was meant, unchanged', () => {
    expect(shown(mistyped('resovle <@U0CORA> says A & B < C'))).toContain(
      '-> resolve <@U0CORA> says A &amp; B &lt; C]',
    );
  });
});
