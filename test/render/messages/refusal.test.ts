import { refused } from '../../../src/render/messages/refusal.js';
import { commandsOf, shown } from '../faults.js';
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

  it('lets nothing end by a slip of the thumb on a guess', () => {
    const confirms = (suggestion: string) =>
      JSON.stringify(
        refused({ kind: 'unknown-verb', said: 'x', suggestion, text: 'x', inIncident: true }),
      ).includes('"confirm"');

    expect(['resolve', 'fixed', 'cancel', 'merge', 'close', 'redact'].filter(confirms)).toHaveLength(6);
    expect(['note', 'status', 'fix', 'declare'].some(confirms)).toBe(false);
  });

  it('offers a mistyped declaration once, without the slip', () => {
    const message = refused({
      kind: 'unknown-verb',
      said: 'delcare',
      suggestion: 'declare',
      text: 'delcare Mail is late',
      inIncident: false,
    });

    expect(commandsOf(message)).toEqual(['declare Mail is late']);
  });

  it('carries the words over to the command that was meant, unchanged', () => {
    expect(shown(mistyped('resovle <@U0CORA> says A & B < C'))).toContain(
      '-> resolve <@U0CORA> says A &amp; B &lt; C]',
    );
  });
});
