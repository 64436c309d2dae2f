import { type UserId, userId } from './ids.js';

/** What Slack puts between angle brackets: a mention, a link, a date, a broadcast. */
const TOKEN = /<([^<>\n]*)>/g;
const PERSON = /^@([UW][A-Z0-9]+)(?:\|.*)?$/;
const PERSON_MENTION = /<@([UW][A-Z0-9]+)>/g;

/**
 * Slack's form of a text as the plain text that a person sees. Kept as markup are mentions of people, as
 * `<@U…>`: their names are looked up when the text is shown.
 */
export function plainText(slackText: string): string {
  let plain = '';
  let from = 0;
  for (const token of slackText.matchAll(TOKEN)) {
    plain += decoded(slackText.slice(from, token.index)) + shown(token[1] ?? '');
    from = token.index + token[0].length;
  }
  return plain + decoded(slackText.slice(from));
}

/** The reverse: plain text in Slack's form, in which only mentions of people are live. */
export function slackText(plain: string): string {
  let text = '';
  let from = 0;
  for (const mention of plain.matchAll(PERSON_MENTION)) {
    text += encoded(plain.slice(from, mention.index)) + mention[0];
    from = mention.index + mention[0].length;
  }
  return text + encoded(plain.slice(from));
}

/** The people mentioned in a plain text, each once. */
export function mentionsIn(plain: string): readonly UserId[] {
  return [...new Set([...plain.matchAll(PERSON_MENTION)].map((mention) => userId(mention[1] ?? '')))];
}

/** Ampersands last: `&amp;lt;` is how Slack sends a typed `&lt;`. */
const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const encoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function shown(token: string): string {
  const person = PERSON.exec(token);
  if (person) return `<@${person[1]}>`;
  const bar = token.indexOf('|');
  const target = bar < 0 ? token : token.slice(0, bar);
  const label = bar < 0 ? '' : decoded(token.slice(bar + 1));
  if (target.startsWith('#')) return `#${label.replace(/^#/, '') || target.slice(1)}`;
  if (target.startsWith('!')) return broadcast(target.slice(1), label);
  if (target.startsWith('@')) return label === '' ? decoded(target) : `@${label.replace(/^@/, '')}`;
  if (/^(?:mailto|tel):/i.test(target)) return decoded(target.slice(target.indexOf(':') + 1));
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return link(decoded(target), label);
  return decoded(`<${token}>`);
}

function broadcast(target: string, label: string): string {
  if (target.startsWith('date^')) return label;
  if (target.startsWith('subteam^')) return `@${label.replace(/^@/, '') || 'group'}`;
  return `@${target}`;
}

/** Slack turns a typed `example.com` into a link with that label: what was typed is the label. */
function link(url: string, label: string): string {
  if (label === '' || label === url) return url;
  if (label.replace(/\/$/, '') === url.replace(/^[a-z]+:\/\//i, '').replace(/\/$/, '')) return label;
  return `${label} (${url})`;
}
