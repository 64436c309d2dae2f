import { quotable } from '../../../src/core/postmortem/quote.js';

describe('a quotation', () => {
  it.each([
    ['see http://grafana.example/d/abc for the graph', 'see http://grafana.example/d/abc for the graph'],
    ['root cause is https://github.example/pull/12', 'root cause is https://github.example/pull/12'],
    ['it was ```block``` there', 'it was `block` there'],
    ['it was\n```sql\nselect 1\nfrom t\n```', 'it was `select 1 from t`'],
    ['```x `y` z```', "`x 'y' z`"],
    ['an open ``` fence', 'an open fence'],
    ['ask <@UBEN>', 'ask @Ben'],
  ])('keeps addresses and code: %j', (text, quoted) => {
    expect(quotable(text, () => 'Ben')).toBe(quoted);
  });
});
