import type { UserId } from '../../core/ids.js';
import type { Incident } from '../../core/incident/incident.js';
import { askedAbout, isNothingOpen, type StillOpen, stillOpen } from '../../core/postmortem/still-open.js';
import { mentionsIn } from '../../core/slack-text.js';
import { morningNote } from '../../render/messages/morning-note.js';
import { makeDraft } from '../draft-postmortem.js';
import { peopleOf } from '../people-of.js';
import type { Settlement, Store } from '../ports.js';
import { type Due, PAID, type PayPorts } from './payer.js';
import { settlement } from './settlement.js';

/**
 * Tells whoever sees to the postmortem what is still open, and nothing where nothing is. Told again when its
 * fate is unknown: Slack does not let us look for it, and a second note is better than none.
 */
export async function payMorningNote(ports: PayPorts, { call, incident }: Due): Promise<Settlement> {
  const { store, slack, clock } = ports;
  if (incident.status !== 'resolved' || incident.drill || incident.draftVersion === 0) return PAID;
  const user = await reader(store, incident);
  if (user === null) return PAID;
  const { document: postmortem } = await makeDraft(ports, incident, incident.draftVersion);
  const followUps = await store.followUps(incident.id);
  const open = stillOpen(postmortem, followUps);
  if (isNothingOpen(open)) return PAID;
  const people = await peopleOf(ports, incident, [user, ...namedIn(open)]);
  const note = morningNote(incident, { postmortem, followUps: open.followUps, people, user });
  return settlement(await slack.tell(user, note), call, clock);
}

const namedIn = ({ questions, followUps }: StillOpen): readonly UserId[] => [
  ...questions.flatMap(({ ask }) => mentionsIn(ask)),
  ...followUps.flatMap(({ owner, text }) => [...(owner === null ? [] : [owner]), ...mentionsIn(text)]),
];

/** Of a private incident only somebody who is inside is told. */
async function reader(store: Store, incident: Incident): Promise<UserId | null> {
  const { channel, workspace } = incident;
  for (const user of askedAbout(incident)) {
    if (!incident.private) return user;
    if (channel !== null && (await store.isMember(workspace, channel, user))) return user;
  }
  return null;
}
