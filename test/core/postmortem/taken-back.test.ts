import { stampOf } from '../../../src/core/time/stamp.js';
import { aMessage, anAlert, aPin, at } from '../../builders.js';
import { draft, textsOf } from './drafting.js';

describe('what was taken back', () => {
  it('leaves no trace of a withdrawn entry', () => {
    const gone = aPin('13:30', 'root cause: the secret contract with Hexagon', { over: { withdrawn: true } });
    const document = draft(anAlert('12:05', 'error rate 40%'), gone);
    expect(JSON.stringify(document)).not.toMatch(/Hexagon/);
    expect(JSON.stringify(document)).not.toContain(gone.id);
  });

  it('counts an edited message with its last text', () => {
    const said = aMessage('13:00', '46% of requests failed');
    const text = '64% of requests failed';
    const edited = { ...said, text, revisions: [...said.revisions, { text, at: stampOf(at('13:05')) }] };
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
