import type { Message } from '../../core/effects.js';
import type { Claim, Postmortem } from '../../core/postmortem/model.js';
import { dayIn } from '../../core/time/calendar.js';
import { buttons, context, message, sectionsOfLines } from '../blocks.js';
import { bold, escaped, momentInWords, singleLine } from '../mrkdwn.js';
import { lengthInWords } from '../postmortem/acts-words.js';
import { shortened } from '../split-text.js';

/** Longest quote on the card; the file has it whole. */
const QUOTE = 240;

/** The draft in a few lines, as it stands in the channel; the whole document is the file in its thread. */
export function draftCard(postmortem: Postmortem): Message {
  const cancelled = postmortem.status === 'cancelled';
  const head = `${cancelled ? 'Note' : 'Postmortem draft'} · ${postmortem.name}: ${shortened(singleLine(postmortem.title), QUOTE)}`;
  const lines = [
    bold(escaped(head)),
    factsLine(postmortem),
    ...(cancelled ? ['Cancelled: kept as a short note, without causes or impact.'] : claimLines(postmortem)),
  ];
  return message(`${escaped(head)}. ${countsLine(postmortem)}`, [
    ...sectionsOfLines(lines),
    ...context(countsLine(postmortem)),
    ...buttons([
      { label: 'Draft again', command: 'postmortem' },
      { label: 'Timeline', command: 'timeline' },
      ...(postmortem.ended ? [] : [{ label: 'Resolve', command: 'resolve' }]),
    ]),
  ]);
}

function factsLine(postmortem: Postmortem): string {
  const { start, end } = postmortem.window;
  const severity = postmortem.severity ?? 'severity not set';
  if (start.kind === 'asked') return severity;
  const from = new Date(start.value.at);
  if (end === null) return escaped(`${severity} · since ${momentInWords(from, postmortem.zone)}`);
  const to = new Date(end.at);
  const last = momentInWords(to, postmortem.zone);
  const sameDay = dayIn(postmortem.zone, from) === dayIn(postmortem.zone, to);
  const length = lengthInWords(postmortem, from, to);
  return escaped(
    `${severity} · ${momentInWords(from, postmortem.zone)} to ${sameDay ? last.split(' ').slice(-2).join(' ') : last} · ${length}`,
  );
}

function claimLines(postmortem: Postmortem): readonly string[] {
  const root = postmortem.causes.find((cause) => cause.role === 'root')?.claim;
  return [
    claimLine('Impact', postmortem.impact.claims[0]),
    claimLine('Root cause', root),
    ...(postmortem.ended ? [claimLine('Resolution', postmortem.resolution.claims[0])] : []),
  ];
}

function claimLine(label: string, claim: Claim | undefined): string {
  if (claim === undefined) return `${bold(label)}: not recorded`;
  return `${bold(label)}${claim.status === 'proposed' ? ' (proposed)' : ''}: ${escaped(shortened(singleLine(claim.text), QUOTE))}`;
}

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

function countsLine(postmortem: Postmortem): string {
  return [
    `Version ${postmortem.version}`,
    count(postmortem.timeline.length, 'timeline row'),
    count(postmortem.actions.length, 'action'),
    count(postmortem.questions.length, 'open question'),
    ...(postmortem.findings.length === 0 ? [] : [count(postmortem.findings.length, 'finding')]),
  ].join(' · ');
}
