import type { UserId } from '../../src/core/ids.js';
import { userId } from '../../src/core/ids.js';
import { dateToken, escaped, singleLine, userText } from '../../src/render/mrkdwn.js';
import { byName, forOnePerson } from '../../src/render/names.js';

const CORA = userId('U0CORA');
const people = new Map<UserId, { name: string; zone: null }>([
  [CORA, { name: '@Co<ra> & *x*\u202e', zone: null }],
]);

it('escapes what Slack wants escaped, and nothing else', () => {
  expect(escaped('a & b <c> *d* `e`')).toBe('a &amp; b &lt;c&gt; *d* `e`');
});

it.each([
  ['<!channel> <!here>', '&lt;!channel&gt; &lt;!here&gt;'],
  ['<@U0CORA> says hi', '@Co&lt;ra&gt; &amp; *x* says hi'],
  ['<@U0GONE> says hi', '@someone says hi'],
  ['&lt;', '&amp;lt;'],
])('%j is shown as text', (plain, shown) => {
  expect(userText(plain, byName(people))).toBe(shown);
});

it('shows an unknown person to one reader by a live mention', () => {
  expect(userText('<@U0GONE>', forOnePerson(people))).toBe('<@U0GONE>');
});

it.each([
  ['a\u202eb\u2066c\u200bd', 'abcd'],
  [' a \r\n\n b\t c ', 'a b c'],
  ['👨‍👩‍👧 می‌خواهم', '👨‍👩‍👧 می‌خواهم'],
])('%j becomes one honest line', (text, line) => {
  expect(singleLine(text)).toBe(line);
});

it('shows a moment in the zone of each reader, and in the incident’s where Slack cannot', () => {
  expect(dateToken(new Date('2024-06-08T14:05:00Z'), 'America/New_York')).toBe(
    '<!date^1717855500^{date_short_pretty} {time}|June 8, 2024 10:05 EDT>',
  );
});
