import { addMinutes, isBefore, subDays } from 'date-fns';
import type { UserId, WorkspaceId } from '../core/ids.js';
import type { Person } from '../core/record.js';
import type { Clock, Slack, Store } from './ports.js';

/** People rename themselves and travel: what is older than this is asked again. */
const FRESH_DAYS = 1;
/** Somebody whom Slack could not tell us about is not asked for again at every message. */
const MISS_MINUTES = 5;

/** Names and zones of people: from the store where they are fresh, else from Slack, then kept. */
export function directory({ store, slack, clock }: { store: Store; slack: Slack; clock: Clock }) {
  const askAgainAt = new Map<string, Date>();
  return { person, people };

  /** One person, or null when nothing is known of them. */
  async function person(workspace: WorkspaceId, user: UserId): Promise<Person | null> {
    return (await people(workspace, [user])).get(user) ?? null;
  }

  /** Those of `users` of whom anything is known; old knowledge is better than none. */
  async function people(
    workspace: WorkspaceId,
    users: readonly UserId[],
  ): Promise<ReadonlyMap<UserId, Person>> {
    const wanted = [...new Set(users)];
    const known = await store.people(workspace, wanted);
    const now = clock.now();
    const stale = wanted.filter((user) => {
      const seenAt = known.get(user)?.seenAt;
      const isFresh = seenAt && !isBefore(seenAt, subDays(now, FRESH_DAYS));
      return !isFresh && !isBefore(now, askAgainAt.get(`${workspace} ${user}`) ?? now);
    });
    const told = new Map<UserId, Person>();
    await Promise.all(
      stale.map(async (user) => {
        const answer = await slack.person(user);
        if (answer.ok) told.set(user, answer.value);
        else askAgainAt.set(`${workspace} ${user}`, addMinutes(now, MISS_MINUTES));
      }),
    );
    if (told.size > 0) await store.savePeople(workspace, told, now);
    return new Map<UserId, Person>([...known, ...told]);
  }
}
export type Directory = ReturnType<typeof directory>;
