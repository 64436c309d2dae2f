import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { message, sections } from '../blocks.js';
import { userLine } from '../mrkdwn.js';
import { forOnePerson } from '../names.js';
import { shortened } from '../split-text.js';
import { slackReasonInWords } from '../words.js';

/** What went wrong, in the three parts that a person needs; mrkdwn. */
export interface Trouble {
  readonly saved: string;
  readonly failed: string;
  readonly next: string;
}

/** Says what was saved, what was not done, and what happens next. */
export function trouble(said: Trouble): Message {
  const text = [said.saved, said.failed, said.next].join('\n');
  return message(text, sections(shortened(text, 9000)));
}

/** The incident is saved, but Slack gave it no channel. `reason` is Slack's error code, where it is known. */
export function channelTrouble(incident: Incident, reason: string | null = null): Message {
  const title = shortened(userLine(incident.title, forOnePerson(new Map())), 300);
  return trouble({
    saved: `*${incidentName(incident)}* is saved: ${title}`,
    failed: `Its channel could not be opened: ${slackReasonInWords(reason)}.`,
    next: 'Once that is mended, declare it again; this one stays in the record.',
  });
}
