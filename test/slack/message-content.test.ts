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

test.each(['javascript:alert(1)', 'http://x.example/a', 'not an address', 'https://x.example/%ff'])(
  'of a file only a link over https is kept: %s',
  (permalink) => {
    const [file] = read({ user: 'U1', files: [{ name: 'a', permalink }] }).files;

    expect(file?.link ?? null).toBe(permalink.startsWith('https:') ? permalink : null);
  },
);

test('a deleted file leaves nothing behind', () => {
  expect(read({ user: 'U1', files: [{ id: 'F1', mode: 'tombstone' }] }).files).toEqual([]);
});

test('the preview that Slack hangs on a link is not what the person said; an alert keeps its own', () => {
  const attachments = [{ from_url: 'https://x.example', title: 'A page', text: 'About nothing' }];

  expect(read({ user: 'U1', text: '<https://x.example>', attachments }).text).toBe('https://x.example');
  expect(read({ bot_id: 'B1', text: 'FIRING', attachments }).text).toBe('FIRING\nA page\nAbout nothing');
});

test.each<[string, object, string]>([
  [
    'with its text',
    { is_share: true, author_name: 'Ben Okafor', footer: 'Posted in #ops', text: 'Disk full' },
    'forwarded from Ben Okafor in #ops: Disk full',
  ],
  [
    'from a thread',
    { is_msg_unfurl: true, author_name: 'Ben', footer: 'From a thread in #ops-eu', text: 'Disk full' },
    'forwarded from Ben in #ops-eu: Disk full',
  ],
  [
    'with blocks alone',
    {
      is_share: true,
      author_id: 'U2',
      footer: 'Slack Conversation',
      message_blocks: [{ message: { blocks: [{ type: 'section', text: { text: 'Disk full' } }] } }],
    },
    'forwarded from <@U2>: Disk full',
  ],
  [
    'of which little is known',
    { is_share: true, fallback: 'Disk full' },
    'forwarded from somebody: Disk full',
  ],
])('a forwarded message %s', (_what, attachment, text) => {
  expect(read({ user: 'U1', text: '', attachments: [attachment] }).text).toBe(text);
});

const words = (text: string) => ({ type: 'text', text });

test.each<[string, object, string]>([
  [
    'rich text',
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            words('a < b & '),
            { type: 'user', user_id: 'U2' },
            words(' '),
            { type: 'emoji', name: 'fire' },
            { type: 'link', url: 'https://x.example/?a=1&b=2', text: 'graph' },
            words(' '),
            { type: 'broadcast', range: 'here' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: [
            { type: 'rich_text_section', elements: [words('one')] },
            { type: 'rich_text_section', elements: [words('two')] },
          ],
        },
        { type: 'rich_text_quote', elements: [words('quoted')] },
        { type: 'rich_text_preformatted', elements: [words('kubectl get pods')] },
      ],
    },
    'a < b & <@U2> :fire:graph (https://x.example/?a=1&b=2) @here\n1. one\n2. two\n> quoted\nkubectl get pods',
  ],
  [
    'a table',
    {
      type: 'table',
      rows: [
        [
          { type: 'raw_text', text: 'service' },
          { type: 'raw_text', text: 'p95' },
        ],
        [
          { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [words('checkout')] }] },
          { type: 'raw_text', text: '9 s' },
        ],
      ],
    },
    'service | p95\ncheckout | 9 s',
  ],
  ['markdown', { type: 'markdown', text: '**down**' }, '**down**'],
  [
    'a container',
    { type: 'container', title: { text: 'Alert' }, blocks: [{ type: 'section', text: { text: 'disk' } }] },
    'Alert\ndisk',
  ],
  [
    'a section beside a button',
    {
      type: 'section',
      text: { type: 'mrkdwn', text: 'p95 is 9 s' },
      accessory: { type: 'button', url: 'https://x.example', text: { type: 'plain_text', text: 'Open' } },
    },
    'p95 is 9 s',
  ],
])('%s is read as text', (_what, block, text) => {
  const actions = {
    type: 'actions',
    elements: [{ type: 'button', text: { type: 'plain_text', text: 'Silence' }, url: 'https://x.example' }],
  };

  expect(read({ bot_id: 'B1', text: '', blocks: [block, actions] }).text).toBe(text);
});
