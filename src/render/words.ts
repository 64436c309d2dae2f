import { subcommandNamed } from '../core/grammar/subcommands.js';
import type { Incident, Severity, Status } from '../core/incident/incident.js';
import { incidentName } from '../core/incident/incident.js';
import { statusName } from '../core/incident/naming.js';
import type { Refusal } from '../core/refusal.js';
import { dateToken, escaped, singleLine, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';

/** `SEV1`, or that it is not set. */
export const severityInWords = (severity: Severity | null): string =>
  severity === null ? 'Severity not set' : `SEV${severity}`;

/** `SEV1 · Investigating` */
export const standingInWords = (incident: Pick<Incident, 'severity' | 'status'>): string =>
  `${severityInWords(incident.severity)} · ${statusName(incident.status)}`;

/** A title longer than this takes the card over. */
const TITLE = 300;
/** What was said, quoted back in a sentence of ours. */
const QUOTE = 120;

/** `INC-42 Checkout down`, as mrkdwn on one line. */
export const titleLine = (incident: Pick<Incident, 'number' | 'title'>, naming: Naming): string =>
  `*${incidentName(incident)}* ${shortened(userLine(incident.title, naming), TITLE) || 'untitled'}`;

/** What was said, on one line and in quotation marks. */
export const quoted = (said: string): string => `“${shortened(escaped(singleLine(said)), QUOTE)}”`;

const ENDED: Readonly<Record<'resolved' | 'cancelled', string>> = {
  resolved: 'The incident is already resolved.',
  cancelled: 'The incident was cancelled.',
};

const UNCHANGED: Readonly<Record<'status' | 'severity' | 'lead' | 'role', string>> = {
  status: 'That is the status already. Nothing was changed.',
  severity: 'That is the severity already. Nothing was changed.',
  lead: 'They lead the incident already. Nothing was changed.',
  role: 'They have that role already. Nothing was changed.',
};

/** Why not, and what to do next; mrkdwn. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'not-an-incident-channel':
      return 'Nothing was saved: this channel belongs to no incident. Say it again in the incident’s channel, or open one with `/incident declare TITLE`.';
    case 'title-missing':
      return 'Say what is wrong in a few words, and the channel opens at once: `/incident declare Checkout answers 500 sev 2`.';
    case 'text-missing':
      return `Nothing to save yet: say it behind the word, as in \`${escaped(subcommandNamed(refusal.verb)?.example ?? `/incident ${refusal.verb} TEXT`)}\`.${refusal.verb === 'fix' ? ' To end the incident, use `/incident resolve`.' : ''}`;
    case 'person-missing':
      return `Nobody was named. Pick the person from Slack’s list, so that the name becomes a mention, or say \`me\`: \`/incident ${refusal.verb === 'role' ? 'role comms me' : `${refusal.verb} me`}\`.`;
    case 'role-missing':
      return 'Say which role, and who: `/incident role comms @name`.';
    case 'severity-unclear':
      return `${quoted(refusal.said)} is no severity. Use 1 (worst) to 5: \`/incident severity 2\`.`;
    case 'status-unclear':
      return `${quoted(refusal.said)} is no status. Choose one below; to end the incident use \`/incident resolve\`.`;
    case 'time-in-future':
      return `Nothing was saved: ${quoted(refusal.said)} is still ahead. Give a time that has passed, such as \`10m ago\`, or leave it out.`;
    case 'time-unclear':
      return `Nothing was saved yet: ${quoted(refusal.said)} can be ${choicesInWords(refusal)}. Choose one.`;
    case 'already-ended':
      return `${ENDED[refusal.status]} If it is back, use \`/incident reopen REASON\`; to add to the record, use \`/incident note TEXT\`.`;
    case 'still-open':
      return 'The incident is still open, so there is nothing to reopen. To end it, use `/incident resolve`.';
    case 'no-change':
      return UNCHANGED[refusal.what];
    case 'unknown-verb':
      return unknownVerbInWords(refusal);
  }
}

function choicesInWords(refusal: Extract<Refusal, { kind: 'time-unclear' }>): string {
  return refusal.choices.map(({ at }) => dateToken(at, refusal.zone)).join(' or ');
}

function unknownVerbInWords(refusal: Extract<Refusal, { kind: 'unknown-verb' }>): string {
  const start = `Nothing was saved yet: there is no command ${quoted(refusal.said)}.`;
  if (refusal.suggestion !== null) return `${start} Did you mean \`${refusal.suggestion}\`?`;
  return `${start} ${refusal.inIncident ? 'Save it as a note, or open' : 'Open'} an incident with it, or see \`/incident help\`.`;
}

/** Statuses that a person can set, in their usual order, and what their buttons say. */
export const STATUS_BUTTONS = [
  'investigating',
  'identified',
  'monitoring',
  'mitigated',
] as const satisfies readonly Status[];

/** What Slack's error codes mean for the one who reads them; mrkdwn. */
export function slackReasonInWords(code: string | null): string {
  switch (code) {
    case 'missing_scope':
    case 'not_allowed_token_type':
      return 'the app lacks a permission; an admin can install it again with the current manifest';
    case 'restricted_action':
    case 'user_is_restricted':
      return 'the workspace does not let the app do that; an admin can allow it';
    case 'name_taken':
      return 'all names that were tried are taken';
    case 'is_archived':
      return 'the channel is archived';
    case 'channel_not_found':
    case 'not_in_channel':
      return 'the app is not in the channel; invite it there';
    case 'account_inactive':
    case 'invalid_auth':
    case 'token_revoked':
    case 'token_expired':
      return 'the app’s token is no longer valid; an admin has to install it again';
    case null:
      return 'Slack did not say why';
    default:
      return `Slack said \`${escaped(singleLine(code)).slice(0, 80)}\``;
  }
}
