import type { LoggedEvent } from '../../../src/core/incident/events.js';
import { isAskedFor, mayPost, POSTS_PER_HOUR, redraftsSince } from '../../../src/core/incident/noise.js';
import { ANA, at } from '../../builders.js';

const drafted = (version: number, clock: string): LoggedEvent => ({
  seq: version,
  event: { kind: 'draft-requested', at: at(clock), version },
});

test.each([
  [0, true],
  [POSTS_PER_HOUR - 1, true],
  [POSTS_PER_HOUR, false],
  [POSTS_PER_HOUR + 30, false],
])('after %i posts in an hour the bot may speak of its own accord: %s', (posts, expected) => {
  expect(mayPost(posts, POSTS_PER_HOUR)).toBe(expected);
});

test('a budget of nothing leaves the channel to people', () => {
  expect(mayPost(0, 0)).toBe(false);
});

describe('drafts made again count as posts', () => {
  const log = [drafted(1, '14:00'), drafted(2, '14:10'), drafted(3, '14:30'), drafted(4, '14:50')];

  test('those of the last hour, without the first one, which everybody waits for', () => {
    expect(redraftsSince(log, at('13:55'), null)).toBe(3);
  });

  test('those from before that hour have been forgotten', () => {
    expect(redraftsSince(log, at('14:20'), null)).toBe(2);
  });

  test('a draft does not stand in its own way', () => {
    expect(redraftsSince(log, at('13:55'), 4)).toBe(2);
  });

  test('other events of the log are no posts', () => {
    const closing: LoggedEvent = {
      seq: 9,
      event: { kind: 'kept-open', by: ANA, at: at('14:55') },
    };

    expect(redraftsSince([...log, closing], at('14:45'), null)).toBe(1);
  });
});

test('a draft that somebody asked for is told from one that the bot makes by itself', () => {
  const asked: LoggedEvent = {
    seq: 5,
    event: { kind: 'draft-requested', at: at('15:00'), version: 5, asked: true },
  };
  const log = [drafted(4, '14:50'), asked];
  expect(isAskedFor(log, 5)).toBe(true);
  expect(isAskedFor(log, 4)).toBe(false);
});
