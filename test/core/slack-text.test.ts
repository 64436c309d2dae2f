import { mentionsIn, plainText, slackText } from '../../src/core/slack-text.js';

it.each([
  ['a &amp; b &lt;c&gt;', 'a & b <c>'],
  ['&amp;lt;', '&lt;'],
  ['<@U0CORA|cora> and <@W0GRID>', '<@U0CORA> and <@W0GRID>'],
  ['see <#C0OPS|ops>', 'see #ops'],
  ['see <#C0OPS|>', 'see #C0OPS'],
  ['<https://x.example/a?b=1&amp;c=2>', 'https://x.example/a?b=1&c=2'],
  ['<https://x.example|https://x.example>', 'https://x.example'],
  ['<http://x.example|x.example>', 'x.example'],
  ['<https://x.example/run|the runbook>', 'the runbook (https://x.example/run)'],
  ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
  ['<tel:+15550199|+1 555 0199>', '+15550199'],
  ['<!channel> <!here|here> <!everyone>', '@channel @here @everyone'],
  ['<!subteam^S0DBA|@dba>', '@dba'],
  ['<!subteam^S0DBA>', '@group'],
  ['<!date^1717857003^{date}|June 8>', 'June 8'],
  ['&lt;!channel&gt;', '<!channel>'],
  ['1 < 2', '1 < 2'],
  ['*bold* _it_ `code`\n> quote', '*bold* _it_ `code`\n> quote'],
  ['日本語 🔥 :fire:', '日本語 🔥 :fire:'],
])('%j reads %j', (slack, plain) => {
  expect(plainText(slack)).toBe(plain);
});

it.each(['a & b <c> &lt;', '<!channel> <@U0CORA> *x*', '<#C1|x> <https://x|y>', '日本語 🔥'])(
  '%j survives the way to Slack and back',
  (plain) => {
    expect(plainText(slackText(plain))).toBe(plain);
  },
);

it('lets only mentions of people through to Slack', () => {
  expect(slackText('<!channel> <@U0CORA> <#C1>')).toBe('&lt;!channel&gt; <@U0CORA> &lt;#C1&gt;');
});

it('finds each person once', () => {
  expect(mentionsIn('<@U1> <@U2> and <@U1>, not <!channel>')).toEqual(['U1', 'U2']);
});
