import { nextAttempt } from '../../src/core/retry.js';

const now = new Date('2026-03-12T09:00:00Z');
const seconds = (when: Date) => (when.getTime() - now.getTime()) / 1000;

test.each([
  [0, 1],
  [1, 2],
  [4, 30],
  [7, 300],
  [500, 300],
])('after %i failures it waits %i seconds', (attempts, wait) => {
  expect(seconds(nextAttempt(now, attempts, null))).toBe(wait);
});

test('what Slack asks for is waited for, however many failures there were', () => {
  expect(seconds(nextAttempt(now, 7, 30))).toBe(30);
  expect(seconds(nextAttempt(now, 0, 0))).toBe(1);
});
