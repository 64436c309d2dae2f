import { contentOf, SlackMessage } from '../../src/slack/message-content.js';

const read = (message: Readonly<Record<string, unknown>>) =>
  contentOf(SlackMessage.parse({ ts: '1.000001', ...message }));

test('a link that gives a secret away is not kept, an ordinary one is', () => {
  const files = [
    { name: 'graph.png', filetype: 'png', permalink: 'https://acme.slack.com/files/U1/F1/graph.png' },
    {
      name: 'mara.lind@mailbox.example.txt',
      filetype: 'text',
      permalink: 'https://acme.slack.com/files/U1/F2/mara.lind%40mailbox.example.txt',
    },
  ];

  expect(read({ user: 'U1', files }).files).toEqual([
    { name: 'graph.png', type: 'png', link: 'https://acme.slack.com/files/U1/F1/graph.png' },
    { name: expect.stringContaining('[masked]'), type: 'text', link: null },
  ]);
});

test.each([
  ['a zero-width space', 'pass\u200bword: Surf-99-Leaky'],
  ['a soft hyphen', 'passw\u00adord: Surf-99-Leaky'],
  ['one before the secret', 'password: \u200bSurf-99-Leaky'],
])('%s does not hide a password', (_, text) => {
  expect(read({ user: 'U1', text }).text).not.toContain('Surf');
});

test('an alert is read from its blocks and attachments, each thing once', () => {
  const { text, author } = read({
    subtype: 'bot_message',
    username: 'Grafana',
    text: 'p95 is 9s',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'p95 is 9s' } },
      { type: 'section', fields: [{ type: 'mrkdwn', text: '*env*: prod' }] },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: 'since 14:05' },
          { type: 'image', image_url: 'x', alt_text: 'graph' },
        ],
      },
    ],
    attachments: [{ fallback: 'p95 is 9s', title: 'checkout', fields: [{ title: 'limit', value: '2s' }] }],
  });

  expect(author).toEqual({ kind: 'bot', name: 'Grafana' });
  expect(text.split('\n')).toEqual(
    expect.arrayContaining(['p95 is 9s', 'since 14:05', 'checkout', 'limit: 2s']),
  );
  expect(text.match(/p95/g)).toHaveLength(1);
});
