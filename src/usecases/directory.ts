import type { UserId, WorkspaceId } from '../core/ids.js';
import type { Person } from '../core/record.js';
import type { Clock, Slack, Store } from './ports.js';

/** Names and zones of people: from the store where they are known, else from Slack, then kept. */
export function directory({ store, slack, clock }: { store: Store; slack: Slack; clock: Clock }) {
  return { person, people };

  /** One person, or null when Slack cannot tell now. */
  async function person(workspace: WorkspaceId, user: UserId): Promise<Person | null> {
    return (await people(workspace, [user])).get(user) ?? null;
  }

  /** Those of `users` who can be named. Never fails: a name that is missing is shown as an id. */
  async function people(
    workspace: WorkspaceId,
    users: readonly UserId[],
  ): Promise<ReadonlyMap<UserId, Person>> {
    const wanted = [...new Set(users)];
    const found = new Map(await store.people(workspace, wanted));
    const fresh = new Map<UserId, Person>();
    for (const user of wanted) {
      if (found.has(user)) continue;
      const answer = await slack.person(user);
      if (answer.ok) fresh.set(user, answer.value);
    }
    if (fresh.size > 0) await store.savePeople(workspace, fresh, clock.now());
    return new Map([...found, ...fresh]);
  }
}
export type Directory = ReturnType<typeof directory>;
