import type { UserId } from '../ids.js';

/** Control characters, halves of characters, zero-width characters and marks that turn the reading direction. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const LINK = /<(?:https?|mailto):[^>|]*\|([^>]*)>/g;
const BARE_LINK = /<((?:https?|mailto):[^>|]*)>/g;
const ADDRESS = /\bhttps?:\/\/\S+/g;
/** A block of code, with the name of its language where a line of its own gives one. */
const BLOCK = /```(?:[\w+-]*\n)?([^`]*(?:`{1,2}(?!`)[^`]*)*)```/g;

/** Who is called what: Slack's name of a person, or a neutral word. */
export type NameOf = (user: UserId | string) => string;

/** Text as the document quotes it: one line, mentions by name, nothing that is alive in Slack, nothing invisible. */
export function quotable(text: string, nameOf: NameOf): string {
  const code = text.includes('```')
    ? text.replace(BLOCK, (_, inside: string) => inlineCode(inside)).replace(/```/g, ' ')
    : text;
  const plain = code.replace(/\s+/g, ' ').replace(INVISIBLE, '');
  return (plain.includes('<') ? withoutMarkup(plain, nameOf) : plain).replace(/\s+/g, ' ').trim();
}

/** Slack's tokens as words. */
const withoutMarkup = (text: string, nameOf: NameOf): string =>
  text
    .replace(/<@([UW][A-Z0-9_a-z]*)(?:\|[^>]*)?>/g, (_, user: string) => `@${nameOf(user)}`)
    .replace(/<!subteam\^[^>|]*\|@?([^>]*)>/g, '@$1')
    .replace(/<!subteam\^[^>]*>/g, '@group')
    .replace(/<!(\w+)[^>]*>/g, '@$1')
    .replace(/<#\w+\|([^>]*)>/g, '#$1')
    .replace(LINK, '$1')
    .replace(BARE_LINK, '$1')
    // What is left of tokens within tokens.
    .replace(/<(?=[!@#])/g, '‹');

const inlineCode = (code: string): string => {
  const line = code.replace(/`/g, "'").replace(/\s+/g, ' ').trim();
  return line === '' ? ' ' : ` \`${line}\` `;
};

/** The words of a text: what an address spells tells nothing of what its sentence does. */
export function withoutAddresses(text: string): string {
  const rest = text.replace(ADDRESS, ' ').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** At most `limit` characters of a text: whole sentences where that is possible, with a visible mark where it was cut. */
export function excerpt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  const sentence = Math.max(
    head.lastIndexOf('. '),
    head.lastIndexOf('! '),
    head.lastIndexOf('? '),
    head.lastIndexOf('。'),
  );
  if (sentence > limit / 2) return `${head.slice(0, sentence + 1)} …`;
  const space = head.lastIndexOf(' ');
  return `${head.slice(0, space > limit / 2 ? space : wholeCharacters(head)).trimEnd()} …`;
}

/** The first `limit` characters, never half of a surrogate pair. */
export function beginningOf(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, wholeCharacters(text.slice(0, limit)));
}

/** Never half of a surrogate pair. */
function wholeCharacters(head: string): number {
  const last = head.charCodeAt(head.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? head.length - 1 : head.length;
}

/** Sentences of a text, as they stand. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…])\s+(?=\S)|(?<=[。！？])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
