import type { Message } from '../../core/effects.js';
import type { UserId } from '../../core/ids.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { context, message, sections } from '../blocks.js';
import { dateToken, userText } from '../mrkdwn.js';
import { byName, type People } from '../names.js';
import { shortened } from '../split-text.js';
import { standingInWords } from '../words.js';

/** An update is read on phones: what is longer stays in the record, and the message says so. */
const TEXT = 12_000;

/** A public update, in the incident's channel and in the thread of its announcement. */
export function updateMessage(
  incident: Incident,
  update: { readonly text: string; readonly by: UserId; readonly at: Date },
  people: People,
): Message {
  const naming = byName(people);
  const said = userText(update.text, naming);
  const shown = shortened(said, TEXT);
  const cut = shown === said ? '' : ` · Shortened here; the record has all ${update.text.length} characters`;
  const head = `*Update on ${incidentName(incident)}* · ${standingInWords(incident)}`;
  const from = `${naming(update.by)}, ${dateToken(update.at, incident.zone)}${cut}`;
  return message(`${head}\n${shown}`, [...sections(`${head}\n${shown}`), ...context(from)]);
}
