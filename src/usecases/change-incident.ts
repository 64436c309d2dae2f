import { deliveryEntryId, type IncidentId, messageEntryId, type UserId } from '../core/ids.js';
import type { IncidentCommand } from '../core/incident/commands.js';
import { type DecideContext, decide } from '../core/incident/decide.js';
import type { IncidentEvent } from '../core/incident/events.js';
import { type Incident, isOpen } from '../core/incident/incident.js';
import { redraft } from '../core/incident/redraft.js';
import { allLines } from '../core/postmortem/sections.js';
import { mentionsIn } from '../core/slack-text.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import { wholeEntryCode } from '../core/timeline/entry-code.js';
import { namedBy } from '../core/timeline/named-entry.js';
import { receipt } from '../render/messages/receipt.js';
import { type Asking, answer, causeOf, refuse } from './asking.js';
import { carryOut } from './carry-out.js';
import { homeDebt } from './home.js';
import { mergeRecords } from './merge-records.js';
import type { Changes } from './ports.js';
import { visible } from './visible.js';

/** Changes an incident as asked, or says why not. `said` is searched for people to name in the answer. */
export function changeIncident(
  command: Exclude<IncidentCommand, { kind: 'join' }>,
  target: Incident,
  asking: Asking,
  said: string,
): (changes: Changes) => Promise<void> {
  return async (changes) => {
    const { workspace, receivedAt } = asking;
    const incident = await changes.lockIncident(target.id);
    if (!incident) return refuse(changes, asking, { kind: 'not-an-incident-channel' });
    if (await isOfRedacted(changes, incident, command))
      return refuse(changes, asking, { kind: 'entry-fixed', why: 'redacted' }, incident.number);
    const context = await contextOf(changes, incident, command, asking);
    const act = { by: asking.user, at: receivedAt, entry: deliveryEntryId(asking.key) };
    const decision = decide(incident, command, act, context);
    if (!decision.ok) return refuse(changes, asking, decision.refusal, incident.number);

    const after = await carryOut(changes, incident, decision.events, receivedAt, causeOf(asking));
    if (command.kind === 'merge' && context.other) {
      await mergeRecords(changes, after, context.other.id, { ...asking, text: command.text });
    }
    const drafted = after.draftVersion > incident.draftVersion;
    if (!isOpen(after) && after.draftVersion > 0 && !drafted) {
      await changes.owe(workspace, [redraft(after, receivedAt)], receivedAt);
    }
    // Asked in the App Home: seeing it there is the answer.
    if (asking.channel === null) return changes.owe(workspace, [homeDebt(asking.user, 1)], receivedAt);

    const [event] = decision.events;
    const line = event.kind === 'undone' ? await changes.entry(after.id, event.target) : null;
    const people = await changes.people(workspace, [...mentionsIn(said), ...peopleOf(event, after, line)]);
    const code = codeOf(event);
    const isChoice = decision.events.every(({ kind }) => kind === 'entry-hidden');
    const more = isChoice ? decision.events.length - 1 : 0;
    const task = event.kind === 'follow-up-changed' ? taskOf(context, event.number) : null;
    const about = { masked: asking.masked, people, code, more, line, task };
    await answer(changes, asking, receipt(event, after, about));
  };
}

/** A form may have been open since before the redaction: it would bring the message's words back. */
async function isOfRedacted(
  changes: Changes,
  incident: Incident,
  command: IncidentCommand,
): Promise<boolean> {
  if (!('message' in command) || command.message === null) return false;
  const { channel, ts } = command.message;
  return (await changes.entry(incident.id, messageEntryId(channel, ts)))?.redacted ?? false;
}

async function contextOf(
  changes: Changes,
  incident: Incident,
  command: IncidentCommand,
  asking: Asking,
): Promise<DecideContext> {
  const needsLog = command.kind === 'undo' || asking.drawnFor !== null;
  return {
    followUps: await changes.followUps(incident.id),
    log: needsLog ? await changes.log(incident.id) : [],
    target:
      'code' in command && command.code !== null
        ? namedBy(command.code, await changes.entries(incident.id))
        : null,
    drawnFor: asking.drawnFor,
    other: command.kind === 'merge' ? await otherOf(changes, incident, command.into, asking) : null,
    questions:
      command.kind === 'answer' || command.kind === 'decline'
        ? ((await changes.postmortem(incident.id))?.document.questions ?? [])
        : [],
    lines: command.kind === 'edit-draft' ? await linesOf(changes, incident.id) : null,
    entries: command.kind === 'choose-before' ? await before(changes, incident.id) : [],
  };
}

async function otherOf(
  changes: Changes,
  incident: Incident,
  number: number,
  asking: Asking,
): Promise<Incident | null> {
  const found = await changes.incidentNumbered(asking.workspace, number);
  return visible(changes, found, asking.user, incident);
}

async function linesOf(changes: Changes, incident: IncidentId): Promise<DecideContext['lines']> {
  const draft = await changes.postmortem(incident);
  return draft && allLines(draft.document);
}

async function before(changes: Changes, incident: IncidentId): Promise<readonly TimelineEntry[]> {
  return (await changes.entries(incident)).filter((entry) => entry.beforeDeclaration);
}

const taskOf = ({ followUps }: DecideContext, number: number): string | null =>
  followUps.find((followUp) => followUp.number === number)?.text ?? null;

/** Whom the receipt of an event may name. */
function peopleOf(event: IncidentEvent, after: Incident, line: TimelineEntry | null): readonly UserId[] {
  const named = [after.lead, line?.author?.kind === 'person' ? line.author.user : null];
  if ('user' in event) named.push(event.user);
  if (event.kind === 'escalated') named.push(...event.users);
  if (event.kind === 'follow-up-added') named.push(event.owner);
  if (event.kind === 'follow-up-changed') named.push(event.change.owner ?? null);
  return named.filter((user) => user !== null);
}

/** The code of the line that an event made or changed, for the buttons of its receipt. */
function codeOf(event: IncidentEvent): string | null {
  if ('entry' in event) return wholeEntryCode(event.entry);
  return 'target' in event && event.kind !== 'undone' ? wholeEntryCode(event.target) : null;
}
