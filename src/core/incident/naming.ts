import type { Incident } from './incident.js';
import { incidentName, type Status } from './incident.js';

/** Slack: lower-case letters, digits, hyphens and underscores; at most 80. docs.slack.dev conversations.create. */
const CHANNEL_NAME = 80;
/** conversations.setTopic, too_long. */
const TOPIC = 250;
/** Alternatives to try when a name is taken. */
const ATTEMPTS = 20;

/** Letters that no decomposition turns into Latin ones. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/** The words of a title that a channel name can hold, joined by hyphens; empty when there are none. */
function slug(title: string): string {
  return title
    .replace(/<[@#!][^<>]*>|:[a-z][a-z0-9_+-]*:|:[+-]1:/gi, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** At most `max` units, cut between words where a word ends in the last third. */
function cutBetweenWords(words: string, max: number): string {
  if (words.length <= max) return words;
  const cut = words.slice(0, max);
  const end = words.charAt(max) === '-' ? max : cut.lastIndexOf('-');
  return (end > max * 0.66 ? cut.slice(0, end) : cut).replace(/-$/, '');
}

/**
 * The names to try for the incident's channel, the best first: `inc-42-checkout-down`, `inc-42-checkout-down-2`;
 * of practice, `drill-42-checkout-down`.
 */
export function channelNames(
  incident: Pick<Incident, 'number' | 'title'> & Partial<Pick<Incident, 'drill'>>,
): readonly string[] {
  const base = `${incident.drill === true ? 'drill' : 'inc'}-${incident.number}`;
  const words = slug(incident.title);
  return Array.from({ length: ATTEMPTS }, (_, attempt) => {
    const suffix = attempt === 0 ? '' : `-${attempt + 1}`;
    const room = CHANNEL_NAME - base.length - suffix.length - 1;
    const title = words === '' ? '' : `-${cutBetweenWords(words, room)}`;
    return `${base}${title}${suffix}`;
  });
}

const STATUS_NAMES: Readonly<Record<Status, string>> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  cancelled: 'Cancelled',
};

/** `Investigating` */
export const statusName = (status: Status): string => STATUS_NAMES[status];

/**
 * The channel's topic: `SEV1 | Investigating | Lead: Maya | INC-42 Checkout down`, or `Merged into INC-4 | …` once
 * it goes on elsewhere. Slack formats nothing in it.
 */
export function topicOf(incident: Incident, lead: string | null): string {
  const { mergedInto } = incident;
  const parts = [
    ...(incident.drill ? ['Drill'] : []),
    ...(incident.severity === null ? [] : [`SEV${incident.severity}`]),
    mergedInto === null ? statusName(incident.status) : `Merged into ${incidentName({ number: mergedInto })}`,
    ...(incident.lead === null ? [] : [`Lead: ${plainLine(lead ?? 'set')}`]),
    `${incidentName(incident)} ${plainLine(incident.title)}`,
  ];
  const topic = parts.join(' | ');
  return topic.length <= TOPIC ? topic : `${wholeCharacters(topic.slice(0, TOPIC - 1)).trimEnd()}…`;
}

/** Without markup that could be live: mentions go, other angle brackets become look-alikes. */
function plainLine(text: string): string {
  return text
    .replace(/<@[UW][A-Z0-9]+>/g, '')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[\s\p{Cc}\u200b\u2028-\u202e\u2060-\u2069\ufeff]+/gu, ' ')
    .trim();
}

/** Without half of a surrogate pair at its end. */
const wholeCharacters = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');
