import type { UserId } from '../../ids.js';
import { named } from '../case.js';
import type { Claim } from '../model.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

/** What somebody is reproached with, right behind a name. */
const REPROACH =
  "(?:[’']s (?:fault|mistake|error|carelessness|negligence)|(?:,? who)? ?(?:simply |just |again |clearly |obviously )?(?:forgot|failed to|neglected|ignored|overlooked|broke|screwed up|messed up|botched|did ?n[o’']t bother|was (?:careless|sloppy|negligent|lazy|not paying attention)|should(?:n[’']t| not)? have (?!a |an |the |access|time)\\w+|should[’']ve|could have|made a (?:\\w+ )?mistake|is to blame|is at fault|carelessly|accidentally|wrongly|by mistake))";
const REPROACHES = new RegExp(REPROACH, 'u');
/** Reproaches that need no name. */
const ANYBODY =
  /\b(?:human error|operator error|user error|careless(?:ness|ly)?|negligen(?:ce|t)|incompeten(?:ce|t)|sloppy|stupid mistake|(?:he|she) (?:forgot|failed to|neglected|should have|broke|screwed up|messed up)|whose fault|(?:his|her) (?:fault|mistake))\b/i;

/** A person blamed in a cause or an action. Proposes to say it neutrally; the quote stays as it was said. */
export function blame({ now, drafted }: Matter): readonly Found[] {
  const claims: readonly (readonly [string, Claim])[] = [
    ...drafted.causes.map((cause): [string, Claim] => [
      cause.role === 'trigger' ? 'trigger' : 'cause',
      cause.claim,
    ]),
    ...drafted.actions.map((action, i): [string, Claim] => [`action A${i + 1}`, action.claim]),
  ];
  const seen = new Set<string>();
  return claims.flatMap(([where, claim]): Found[] => {
    const found = reproachIn(now.record.people, claim.text);
    const about = aboutOf(claim);
    if (found === null || seen.has(about.join())) return [];
    seen.add(about.join());
    const role = found.user === null ? 'the role' : roleOf(now.incident, found.user);
    const text = `The ${where} puts it on a person: ${quoted(found.words)}. Neutral wording names ${role} and what made the slip possible, not who. The quote itself stays.`;
    return [{ text, about }];
  });
}

function reproachIn(
  people: ReadonlyMap<UserId, { readonly name: string }>,
  text: string,
): { readonly words: string; readonly user: UserId | null } | null {
  // Nearly no text has one, whoever is meant: names are looked for only then.
  for (const [user, person] of REPROACHES.test(text) ? people : []) {
    const name = named(person.name);
    const names = [...new Set([name, name.split(' ')[0] ?? name])].filter((word) => word.length >= 2);
    for (const word of names) {
      const pattern = new RegExp(`(?<![\\p{L}\\d])@?${escaped(word)}${REPROACH}`, 'u');
      const match = pattern.exec(text);
      if (match !== null) return { words: match[0], user };
    }
  }
  const words = ANYBODY.exec(text)?.[0];
  return words === undefined ? null : { words, user: null };
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function roleOf(
  incident: { readonly lead: UserId | null; readonly roles: Readonly<Record<string, UserId>> },
  user: UserId,
): string {
  if (incident.lead === user) return 'the role (the incident lead)';
  const role = Object.entries(incident.roles).find(([, holder]) => holder === user)?.[0];
  return role === undefined ? 'the role' : `the role (${role})`;
}
