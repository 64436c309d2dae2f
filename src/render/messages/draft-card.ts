import type { Message } from '../../core/effects.js';
import type { Claim, Postmortem } from '../../core/postmortem/model.js';
import { dayIn } from '../../core/time/calendar.js';
import { buttons, context, message, sectionsOfLines } from '../blocks.js';
import { timelineButton } from '../command-buttons.js';
import { counted } from '../counted.js';
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
    ...context([ownerInWords(postmortem), countsLine(postmortem)].filter(Boolean).join(' · ')),
    ...buttons([
      ...(postmortem.questions.length === 0 ? [] : [{ label: 'Answer questions', command: 'answer' }]),
      { label: 'Edit', command: 'postmortem edit' },
      { label: 'Draft again', command: 'postmortem' },
      timelineButton,
    ]),
  ]);
}

function factsLine(postmortem: Postmortem): string {
  const { start, end } = postmortem.window;
  const severity = postmortem.severity ?? 'Severity not set';
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

/** `Written by @Cora`; empty until somebody is named. */
function ownerInWords({ owner, names }: Postmortem): string {
  if (owner.kind === 'asked') return '';
  const name = singleLine(names[owner.value] ?? '').replace(/^@+/, '');
  return `Written by @${escaped(shortened(name, 80)) || 'someone'}`;
}

function changed({ changes }: Postmortem): readonly string[] {
  if (changes === null || changes.lines.length === 0) return [];
  const { since, lines } = changes;
  return [`${lines.length} new since version ${since}: \`/incident postmortem changes\``];
}

function countsLine(postmortem: Postmortem): string {
  return [
    `Version ${postmortem.version}`,
    counted(postmortem.timeline.length, 'timeline row'),
    counted(postmortem.actions.length, 'action'),
    counted(postmortem.questions.length, 'open question'),
    ...(postmortem.findings.length === 0 ? [] : [counted(postmortem.findings.length, 'finding')]),
    ...changed(postmortem),
  ].join(' · ');
}
