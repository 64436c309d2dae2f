import type { UserId } from '../core/ids.js';
import type { Person } from '../core/record.js';
import { escaped, singleLine } from './mrkdwn.js';
import { shortened } from './split-text.js';

/** How a person is shown in mrkdwn. */
export type Naming = (user: UserId) => string;

export type People = ReadonlyMap<UserId, Person>;

/** `@Name` as plain text, which pings nobody; a person whom we cannot name is `@someone`. */
export function byName(people: People): Naming {
  return (user) => `@${escaped(knownName(people, user) ?? 'someone')}`;
}

/**
 * For messages that only one person sees: people whom we cannot name are live mentions, so that Slack shows
 * the name. Nobody else is notified by those.
 */
export function forOnePerson(people: People): Naming {
  return (user) => {
    const name = knownName(people, user);
    return name === null ? `<@${user}>` : `@${escaped(name)}`;
  };
}

/** Slack takes 80 characters for a name. */
const NAME = 80;

function knownName(people: People, user: UserId): string | null {
  const name = singleLine((people.get(user)?.name ?? '').slice(0, 2 * NAME)).replace(/^@+/, '');
  return name === '' ? null : shortened(name, NAME);
}
