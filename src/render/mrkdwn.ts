import { type ChannelId, userId } from '../core/ids.js';
import { clockIn, dayInWords } from '../core/time/calendar.js';
import { zoneLabel } from '../core/time/zone.js';
import type { Naming } from './names.js';

/** The three characters that Slack wants escaped; nothing else is markup that could ping or link. */
export function escaped(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Controls other than line break and tab; marks that turn or hide what follows; invisible fillers. */
const MISLEADING = /(?![\n\t])[\p{Cc}\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** `plain` without characters that hide text or turn its direction. Joiners of emoji and scripts stay. */
const withoutTricks = (plain: string): string => plain.replace(MISLEADING, '');

/** One line: for titles, names, topics and whatever stands in a line of ours. */
export function singleLine(plain: string): string {
  return withoutTricks(plain.replace(/[\r\n\u0085\u2028\u2029\t]+/g, ' '))
    .replace(/ {2,}/g, ' ')
    .trim();
}

const MENTION = /<@([UW][A-Z0-9]+)>/g;

/** What people wrote, as mrkdwn in which nothing is live: mentions become names, markup characters text. */
export function userText(plain: string, naming: Naming): string {
  const safe = withoutTricks(plain);
  let shown = '';
  let from = 0;
  for (const mention of safe.matchAll(MENTION)) {
    shown += escaped(safe.slice(from, mention.index)) + naming(userId(mention[1] ?? ''));
    from = mention.index + mention[0].length;
  }
  return shown + escaped(safe.slice(from));
}

/** The same on one line. */
export const userLine = (plain: string, naming: Naming): string => userText(singleLine(plain), naming);

/** `mrkdwn` in bold, unless it has an asterisk or backtick of its own that would break the pair. */
export const bold = (mrkdwn: string): string =>
  /[*`]/.test(mrkdwn) || mrkdwn === '' ? mrkdwn : `*${mrkdwn}*`;

export const channelLink = (channel: ChannelId): string => `<#${channel}>`;

/** Patterns of Slack's date tokens; each reader sees their own zone. */
const DATE_AND_TIME = '{date_short_pretty} {time}';
export const AGO = '{ago}';

/** A moment that Slack shows in each reader's zone; elsewhere it is written out in `zone`. */
export function dateToken(at: Date, zone: string, pattern: string = DATE_AND_TIME, link?: string): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `<!date^${seconds}^${pattern}${link ? `^${link}` : ''}|${momentInWords(at, zone)}>`;
}

/** `June 8, 2024 14:05 EDT` */
export function momentInWords(at: Date, zone: string): string {
  return `${dayInWords(zone, at)} ${clockIn(zone, at)} ${zoneLabel(zone, at)}`;
}
