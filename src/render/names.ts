import type { UserId } from '../core/ids.js';
import type { Person } from '../core/record.js';
import { escaped, singleLine } from './mrkdwn.js';

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

function knownName(people: People, user: UserId): string | null {
  const name = singleLine(people.get(user)?.name ?? '').replace(/^@+/, '');
  return name === '' ? null : name;
}
