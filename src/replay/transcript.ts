import type { SeenChannel, SeenMessage } from '../stand-in/inspect.js';
import type { StandIn } from '../stand-in/start.js';
import { type Names, namesIn, textOfMessage } from './message-text.js';

/** What every channel shows at the end, as Markdown: threads under their parents, private replies marked. */
export function transcript(slack: StandIn, zone: string): string {
  const names = namesIn(slack);
  return slack
    .channels()
    .filter((channel) => channel.messages.length > 0)
    .map((channel) => channelTranscript(channel, names, zone))
    .join('\n');
}

function channelTranscript(channel: SeenChannel, names: Names, zone: string): string {
  const repliesTo = (ts: string) =>
    channel.messages.filter((message) => message.isReply && message.threadTs === ts);
  const lines = channel.messages
    .filter((message) => !message.isReply)
    .flatMap((message) => [
      ...line(message, '', names, zone),
      ...repliesTo(message.ts).flatMap((reply) => line(reply, '    ', names, zone)),
    ]);
  const topic = channel.topic ? [`Topic: ${channel.topic}`, ''] : [];
  return [
    `## #${channel.name}${channel.kind === 'private' ? ' (private)' : ''}`,
    '',
    ...topic,
    ...lines,
    '',
  ].join('\n');
}

function line(message: SeenMessage, indent: string, names: Names, zone: string): readonly string[] {
  const who = names.get(message.by.id) ?? message.by.name;
  const seen = message.ephemeralTo
    ? ` (only ${names.get(message.ephemeralTo) ?? message.ephemeralTo} sees this)`
    : '';
  const marks = [
    message.isEdited ? 'edited' : '',
    message.isPinned ? 'pinned' : '',
    ...Object.entries(message.reactions).map(([emoji, users]) => `:${emoji}: ${users.length}`),
    ...message.files.map((file) => `file ${file.name}`),
  ].filter(Boolean);
  const text = textOfMessage(message, names, zone).split('\n');
  const head = `${indent}- ${clock(message.ts, zone)} **${who}**${seen}: ${text[0] ?? ''}${marks.length > 0 ? ` [${marks.join(', ')}]` : ''}`;
  return [head, ...text.slice(1).map((more) => `${indent}  ${more}`)];
}

function clock(ts: string, zone: string): string {
  const at = new Date(Number(ts.split('.')[0]) * 1000);
  return at.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
}
