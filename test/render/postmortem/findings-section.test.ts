import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import type { Finding, Postmortem } from '../../../src/core/postmortem/model.js';
import { renderMarkdown } from '../../../src/render/postmortem/render-markdown.js';
import { aCommand, anAlert, aRecord } from '../../builders.js';

const document = draftPostmortem(
  aRecord([anAlert('12:05', 'latency 8.2s > 2s'), aCommand('14:05', 'impact', '75% of users')]),
  { version: 1 },
);

const withFindings = (findings: readonly Finding[]): Postmortem => ({ ...document, findings });
const finding = (n: number, over: Partial<Finding> = {}): Finding => ({
  rule: 'two-figures',
  severity: 'warn',
  text: `“${n}” and “0” do not agree.`,
  about: document.records.slice(0, 1).map(({ id }) => id),
  slot: 'nowhere',
  ...over,
});
const section = (markdown: string): string => markdown.split('## Checks')[1]?.split('\n## ')[0] ?? '';

describe('the checks of a document', () => {
  it('are no section where nothing was found', () => {
    expect(renderMarkdown(withFindings([]))).not.toContain('## Checks');
  });

  it('cite their records and name the question that settles them', () => {
    const question = document.questions[0];
    const text = section(renderMarkdown(withFindings([finding(1, { slot: question?.slot ?? '' })])));
    expect(text).toContain('- **Check**: “1” and “0” do not agree. (Q1) [1]');
  });

  it('are at most a dozen, and say how many more there are', () => {
    const text = section(renderMarkdown(withFindings(Array.from({ length: 15 }, (_, n) => finding(n)))));
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(12);
    expect(text).toContain('And 3 more of less weight.');
  });
});
