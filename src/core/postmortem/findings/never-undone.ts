import { between } from '../case.js';
import { isProvisional } from '../negation.js';
import { shared } from '../topic.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

/** Alerts muted, flags and jobs switched off: needed for a while only. */
const SWITCHED_OFF =
  /\b(?:silenced|muted|snoozed|acked and muted)\b.{0,40}\b(?:alerts?|alarms?|pages?|pager|monitors?|checks?|notifications?)\b|\b(?:disabled|turned off|switched off)\b.{0,25}\b(?:flag|feature|alert\w*|alarm\w*|monitor\w*|cron\w*|jobs?|checks?|backups?|autoscal\w*|rate limit\w*|replication|queue consumers?|campaign|sync)\b|\b(?:temporarily|as a workaround)\b.{0,40}\b(?:disabled|raised|lowered|opened|blocked|removed|bypass\w*|scaled|switched)\b/i;
const BACK =
  /\b(?:unmuted|unsilenced|un-?snoozed|re-?enabled|re-?activated|(?:turned|switched|put|is|are|back) (?:\w+ )?(?:back )?on|resumed|restarted|back to normal|reverted|restored|undone|removed the (?:mute|silence)|again)\b/i;

/** What was switched off, rolled back or muted on the way, and not put right on record. */
export function neverUndone({ now, drafted }: Matter): readonly Found[] {
  const { leftOvers } = drafted.resolution;
  const left: readonly Found[] =
    leftOvers.length === 0
      ? []
      : [
          {
            text: `${leftOvers.map((claim) => quoted(claim.text)).join(', ')}: nothing on record says that ${leftOvers.length === 1 ? 'this was' : 'these were'} put right again.`,
            about: aboutOf(...leftOvers),
          },
        ];
  const known = new Set(left.flatMap((found) => found.about));
  const off = between(now.readings, now.declaredAt, now.endedAt).flatMap((r): Found[] => {
    const words = SWITCHED_OFF.exec(r.text)?.[0];
    if (
      words === undefined ||
      known.has(r.id) ||
      r.asks ||
      r.trust === 'alert' ||
      isProvisional(r.text.slice(0, r.text.indexOf(words)))
    )
      return [];
    const isBack = now.readings.some(
      (later) => later.at > r.at && BACK.test(later.text) && shared(later.topic, r.topic) >= 1,
    );
    if (isBack) return [];
    return [
      {
        text: `${quoted(words)}: nothing on record says that this was undone. Is it still so?`,
        about: [r.id],
      },
    ];
  });
  return [...left, ...off];
}
