import type { Effect, Message } from '../core/effects.js';
import type { UserId } from '../core/ids.js';
import type { Incident } from '../core/incident/incident.js';
import { peopleIn } from '../core/people-in.js';
import { brief } from '../render/messages/brief.js';
import type { Directory } from './directory.js';
import type { Store } from './ports.js';

export interface BriefPorts {
  readonly store: Store;
  readonly directory: Directory;
}

/** Where an incident stands, in ten lines, for one person. `by`: who hands it over. */
export async function briefFor(
  { store, directory }: BriefPorts,
  incident: Incident,
  about: { readonly occasion: Extract<Effect, { kind: 'brief' }>['occasion']; readonly by: UserId | null },
): Promise<Message> {
  const [entries, followUps, postmortem] = await Promise.all([
    store.entries(incident.id),
    store.followUps(incident.id),
    store.postmortem(incident.id),
  ]);
  const people = await directory.people(incident.workspace, peopleIn({ incident, entries, followUps }));
  const questions = postmortem?.document.questions.length ?? 0;
  return brief(incident, { ...about, people, followUps, entries, questions });
}
