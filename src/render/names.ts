import type { UserId } from '../core/ids.js';
import type { Person } from '../core/record.js';
import { escaped, singleLine } from './mrkdwn.js';
import { shortened } from './split-text.js';

/** How a person is shown in mrkdwn. */
export type Naming = (user: UserId) => string;

export type People = ReadonlyMap<UserId, Person>;

/** `@Name` as plain text, which pings nobody; a person whom we cannot name is `@someone`. */
export function byName(people: People): Naming {
  return remembering((user) => `@${escaped(knownName(people, user) ?? 'someone')}`);
}

/**
 * For messages that only one person sees: people whom we cannot name are live mentions, so that Slack shows
 * the name. Nobody else is notified by those.
 */
export function forOnePerson(people: People): Naming {
  return remembering((user) => {
    const name = knownName(people, user);
    return name === null ? `<@${user}>` : `@${escaped(name)}`;
  });
}

/** The same name is asked for again with every line and every mention. */
function remembering(naming: Naming): Naming {
  const known = new Map<UserId, string>();
  return (user) => {
    const before = known.get(user);
    if (before !== undefined) return before;
    const shown = naming(user);
    known.set(user, shown);
    return shown;
  };
}

/** Slack takes 80 characters for a name. */
const NAME = 80;

function knownName(people: People, user: UserId): string | null {
  const name = singleLine((people.get(user)?.name ?? '').slice(0, 2 * NAME)).replace(/^@+/, '');
  return name === '' ? null : shortened(name, NAME);
}
