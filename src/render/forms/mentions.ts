import { type UserId, userId } from '../../core/ids.js';
import { singleLine } from '../mrkdwn.js';
import type { People } from '../names.js';

/** At the start of a word, so that `cc<@U1>` does not become what looks like an e-mail address. */
const MENTION = /(?<![^\s([{,;:"'/-])<@([UW][A-Z0-9]+)>/g;
/** Names that stay what they are when they are typed, sent and masked. */
const ORDINARY = /^[\p{L}\p{N}][\p{L}\p{N} ._'’-]{0,39}$/u;
/** All of them are remembered in `private_metadata`. */
const MOST = 10;

/** Names that stand in a text for mentions, and whom they mean. */
export type Named = Readonly<Record<string, string>>;

/**
 * A text for a field, in which Slack shows no mention but its id: people whom we can name are `@Name` there,
 * one person for each name.
 */
export function mentionsNamed(
  text: string,
  people: People,
): { readonly text: string; readonly named: Named } {
  const byName = new Map<string, UserId>();
  const shown = text.replace(MENTION, (mention: string, id: string) => {
    const user = userId(id);
    const name = singleLine(people.get(user)?.name ?? '');
    const meant = byName.get(name);
    if (!ORDINARY.test(name) || text.includes(`@${name}`)) return mention;
    if (meant === undefined && byName.size === MOST) return mention;
    if (meant !== undefined && meant !== user) return mention;
    byName.set(name, user);
    return `@${name}`;
  });
  return { text: shown, named: Object.fromEntries(byName) };
}

/** The reverse, for what a person has left of the text. */
export function namesMentioned(text: string, named: Named): string {
  const names = Object.keys(named).sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const pattern = names.map((name) => name.replace(/[.]/g, '\\.')).join('|');
  return text.replace(new RegExp(`@(${pattern})(?![\\p{L}\\p{N}])`, 'gu'), (written: string, name: string) =>
    named[name] === undefined ? written : `<@${named[name]}>`,
  );
}
