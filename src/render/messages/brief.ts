import type { Effect, Message } from '../../core/effects.js';
import type { UserId } from '../../core/ids.js';
import { drawnFor } from '../../core/incident/drawn-for.js';
import { type FollowUp, type Incident, isOpen } from '../../core/incident/incident.js';
import type { TimelineEntry } from '../../core/timeline/entry.js';
import { drawnBlockId } from '../action-ids.js';
import { buttons, type CommandButton, message, sectionsOfLines } from '../blocks.js';
import { briefLines } from '../brief-lines.js';
import { inIncident, timelineButton, updateButton } from '../command-buttons.js';
import { channelLink, userLine } from '../mrkdwn.js';
import { forOnePerson, type Naming, type People } from '../names.js';
import { shortened } from '../split-text.js';
import { titleLine } from '../words.js';

export interface BriefView {
  readonly people: People;
  readonly followUps: readonly FollowUp[];
  readonly entries: readonly TimelineEntry[];
  readonly occasion: Extract<Effect, { kind: 'brief' }>['occasion'];
  /** Who hands the lead over; null on other occasions. */
  readonly by: UserId | null;
  /** How many questions of the draft are open. */
  readonly questions: number;
}

const WORDS = 400;

/** Where an incident stands, in ten lines, for one person who comes to it. */
export function brief(incident: Incident, view: BriefView): Message {
  const naming = forOnePerson(view.people);
  const lines = [firstLine(incident, view, naming), ...briefLines(incident, view, naming)];
  return message(lines.join('\n'), [
    ...sectionsOfLines(lines),
    ...buttons(
      buttonsFor(incident, view.occasion).map((button) => inIncident(incident, button)),
      drawnBlockId(drawnFor(incident)),
    ),
  ]);
}

function firstLine(incident: Incident, view: BriefView, naming: Naming): string {
  const title = titleLine(incident, naming);
  const where = incident.channel === null ? '' : ` ${channelLink(incident.channel)}`;
  if (view.occasion !== 'handoff') return `${title}${where}`;
  const who = view.by === null ? 'You are offered the lead' : `${naming(view.by)} offers you the lead`;
  const words = wordsOfHandoff(view, naming);
  return `${who} of ${title}${where}${words === '' ? '' : `: ${words}`}`;
}

/** What was said with the newest offer. */
function wordsOfHandoff({ entries, by }: BriefView, naming: Naming): string {
  const offer = entries.findLast(
    (entry) =>
      entry.kind === 'handoff' &&
      !entry.withdrawn &&
      !entry.redacted &&
      (by === null || (entry.author?.kind === 'person' && entry.author.user === by)),
  );
  return offer === undefined ? '' : shortened(userLine(offer.text, naming), WORDS);
}

function buttonsFor(incident: Incident, occasion: BriefView['occasion']): readonly CommandButton[] {
  const accept: CommandButton = {
    label: 'Accept the lead',
    command: 'handoff accept',
    style: 'primary',
  };
  if (!isOpen(incident)) return [timelineButton];
  return occasion === 'handoff' ? [accept, timelineButton] : [timelineButton, updateButton];
}
