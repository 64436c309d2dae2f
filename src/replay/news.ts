import type { SeenChannel, SeenMessage } from '../stand-in/inspect.js';
import type { StandIn } from '../stand-in/start.js';
import { type Names, namesIn, textOfMessage } from './message-text.js';

type Paint = (text: string) => string;

export interface Paints {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly bot: Paint;
  readonly person: Paint;
  readonly channel: Paint;
}

/** Tells, each time it is called, what can newly be seen in the workspace, as lines for a terminal. */
export function newsReader(slack: StandIn, zone: string, paints: Paints): () => readonly string[] {
  const seen = new Map<string, string>();
  let shownChannel = '';
  slack.watch((notice) => {
    if (notice.kind === 'command-given') given.push(notice);
  });
  const given: { channel: string; user: string; text: string }[] = [];

  return () => {
    const names = namesIn(slack);
    const lines: string[] = [];
    for (const { channel, user, text } of given.splice(0)) {
      lines.push(...inChannel(slack.channel(channel)));
      lines.push(`  ${paints.person(names.get(user) ?? user)} types ${paints.bold(withNames(text, names))}`);
    }
    for (const channel of slack.channels()) {
      for (const message of channel.messages) {
        const text = textOfMessage(message, names, zone);
        const state = `${text}\n${message.isPinned}\n${JSON.stringify(message.reactions)}`;
        const key = `${channel.id} ${message.ts}`;
        const before = seen.get(key);
        if (before === state) continue;
        seen.set(key, state);
        lines.push(...inChannel(channel), ...tell(message, before?.split('\n')[0] ?? null, text, names));
      }
    }
    return lines;
  };

  function inChannel(channel: SeenChannel): readonly string[] {
    if (channel.id === shownChannel) return [];
    shownChannel = channel.id;
    return ['', paints.channel(paints.bold(`#${channel.name}`))];
  }

  function tell(message: SeenMessage, before: string | null, text: string, names: Names): readonly string[] {
    const isBot = message.by.kind === 'tested-app';
    const who = (isBot ? paints.bot : paints.person)(names.get(message.by.id) ?? message.by.name);
    const at = paints.dim(clock(message.ts, zone));
    const indent = message.isReply ? '      ' : '  ';
    const notes = [
      before !== null ? 'changed in place' : '',
      message.ephemeralTo ? `only ${names.get(message.ephemeralTo) ?? message.ephemeralTo} sees this` : '',
      message.isPinned ? 'pinned' : '',
      ...Object.keys(message.reactions).map((emoji) => `:${emoji}:`),
      ...message.files.map((file) => `file ${file.name}`),
    ].filter(Boolean);
    const [first = '', ...more] = text.split('\n');
    const head = `${indent}${at} ${who}  ${first}${notes.length > 0 ? paints.dim(`  (${notes.join(', ')})`) : ''}`;
    return [head, ...more.map((line) => `${indent}       ${line}`)];
  }
}

const withNames = (text: string, names: Names): string =>
  text.replace(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (_, user: string) => `@${names.get(user) ?? user}`);

function clock(ts: string, zone: string): string {
  const at = new Date(Number(ts.split('.')[0]) * 1000);
  return at.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
}
