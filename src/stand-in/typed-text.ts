import { findChannel } from './lookups.js';
import type { Fields, Group, World } from './world.js';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One piece of what a person typed, as the composer understood it. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'channel'; readonly channel: string }
  | { readonly kind: 'group'; readonly group: string; readonly handle: string }
  | { readonly kind: 'broadcast'; readonly range: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string | null };

// In this order: tokens that scripts write for a picked mention, addresses of any scheme (so that a
// password before an @ is no e-mail), e-mail, typed mentions.
const TOKENS =
  /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>|<#([CG][A-Z0-9]+)(?:\|[^>]*)?>|<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>|([a-z][a-z0-9+.-]*):\/\/[^\s<>|]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@(channel|here|everyone)\b|(?<![\w@])@([\w.-]*\w)|(?<![\w&#])#([\w-]+)/gi;

/** Reads a line as Slack's composer does: mentions and channels that exist, links and e-mail become tokens. */
export function readTyped(world: World, typed: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const plain = (text: string) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + text };
    else pieces.push({ kind: 'text', text });
  };
  let end = 0;
  for (const match of typed.matchAll(TOKENS)) {
    plain(typed.slice(end, match.index));
    const [whole, user, channel, group, scheme, range, name, channelName] = match;
    end = match.index + whole.length;
    const read = token({ whole, user, channel, group, scheme, range, name, channelName });
    if (read) pieces.push(read);
    else plain(whole);
    if (read?.kind === 'link' && read.label === null) {
      const trimmed = read.url.replace(/[.,;:!?)'"*_`]+$/, '');
      pieces[pieces.length - 1] = { kind: 'link', url: trimmed, label: null };
      plain(read.url.slice(trimmed.length));
    }
  }
  plain(typed.slice(end));
  return pieces;

  function token(found: Readonly<Record<string, string | undefined>>): Piece | null {
    const { whole = '', user, channel, group, scheme, range, name, channelName } = found;
    if (user) return world.people.has(user) ? { kind: 'user', user } : null;
    if (channel) return world.channels.has(channel) ? { kind: 'channel', channel } : null;
    if (group) return groupPiece(world.groups.get(group));
    if (scheme) return /^(https?|ftp)$/i.test(scheme) ? { kind: 'link', url: whole, label: null } : null;
    if (range) return { kind: 'broadcast', range: range.toLowerCase() };
    if (name) {
      const person = [...world.people.values()].find((candidate) => candidate.name === name);
      if (person) return { kind: 'user', user: person.id };
      return groupPiece([...world.groups.values()].find((candidate) => candidate.handle === name));
    }
    if (channelName) {
      const place = findChannel(world, channelName);
      return place && place.kind !== 'im' ? { kind: 'channel', channel: place.id } : null;
    }
    return { kind: 'link', url: `mailto:${whole}`, label: whole };
  }
}

const groupPiece = (group: Group | undefined): Piece | null =>
  group ? { kind: 'group', group: group.id, handle: group.handle } : null;

/** How the text of a message says it. */
export function printForMessage(pieces: readonly Piece[]): string {
  return pieces.map(printPiece).join('');
}

function printPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return escapeText(piece.text);
    case 'user':
      return `<@${piece.user}>`;
    case 'channel':
      return `<#${piece.channel}>`;
    case 'group':
      return `<!subteam^${piece.group}|@${piece.handle}>`;
    case 'broadcast':
      return `<!${piece.range}>`;
    case 'link':
      return piece.label === null
        ? `<${escapeText(piece.url)}>`
        : `<${escapeText(piece.url)}|${escapeText(piece.label)}>`;
  }
}

/** How a slash command with `should_escape: true` says it: mentions and channels carry their name. */
export function printForCommand(world: World, pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'user') return `<@${piece.user}|${world.people.get(piece.user)?.name ?? ''}>`;
      if (piece.kind === 'channel')
        return `<#${piece.channel}|${world.channels.get(piece.channel)?.name ?? ''}>`;
      return printPiece(piece);
    })
    .join('');
}

/** The `rich_text` block that Slack keeps beside the text of what people type. */
export function printAsBlock(pieces: readonly Piece[], blockId: string): Fields {
  const section = { type: 'rich_text_section', elements: pieces.map(elementOf) };
  return { type: 'rich_text', block_id: blockId, elements: [section] };
}

function elementOf(piece: Piece): Fields {
  switch (piece.kind) {
    case 'text':
      return { type: 'text', text: piece.text };
    case 'user':
      return { type: 'user', user_id: piece.user };
    case 'channel':
      return { type: 'channel', channel_id: piece.channel };
    case 'group':
      return { type: 'usergroup', usergroup_id: piece.group };
    case 'broadcast':
      return { type: 'broadcast', range: piece.range };
    case 'link':
      return { type: 'link', url: piece.url, ...(piece.label !== null && { text: piece.label }) };
  }
}
