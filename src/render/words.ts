import type { Incident, Severity, Status } from '../core/incident/incident.js';
import { incidentName } from '../core/incident/incident.js';
import { statusName } from '../core/incident/naming.js';
import { escaped, singleLine, userLine } from './mrkdwn.js';
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
