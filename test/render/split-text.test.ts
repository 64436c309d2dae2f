import { shortened, splitText } from '../../src/render/split-text.js';
import { ABSURD } from './absurd.js';
import { isWhole } from './whole.js';

const TOKEN = '<!date^1717855500^{date_short_pretty} {time}|June 8, 2024 10:05 EDT>';

it.each(
  [...ABSURD, TOKEN.repeat(100), '&amp;'.repeat(1000), `${'x'.repeat(97)}&amp;y`].map((text) => [
    text.slice(0, 30),
    text,
  ]),
)('loses nothing but blanks: %j', (_, text) => {
  const parts = splitText(text, 100);

  expect(parts.every((part) => part.length <= 100 && isWhole(part))).toBe(true);
  expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});

it('cuts between words, not in tokens or escapes', () => {
  expect(splitText('one two three four', 10)).toEqual(['one two', 'three four']);
  expect(splitText(`${'x'.repeat(60)}${TOKEN}`, 100)).toEqual(['x'.repeat(60), TOKEN]);
  expect(splitText('abcd&amp;e', 7)).toEqual(['abcd', '&amp;e']);
  expect(splitText('ab🔥', 3)).toEqual(['ab', '🔥']);
});

it('ends with an ellipsis where it cuts', () => {
  expect(shortened('short', 10)).toBe('short');
  expect(shortened('a longer text', 10)).toBe('a longer…');
});
