import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { userId } from '../core/ids.js';
import type { Slack } from '../usecases/ports.js';
import type { LimitedCall } from './calls.js';

const Profile = z.object({
  user: z.object({
    name: z.string().nullish(),
    real_name: z.string().nullish(),
    tz: z.string().nullish(),
    profile: z.object({ display_name: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
  }),
});
const Group = z.object({ users: z.array(z.string()).nullish() });

/** Who people are, and who is in a group. */
export function peopleCalls(
  client: WebClient,
  call: LimitedCall,
  profiles: WebClient,
): Pick<Slack, 'person' | 'groupMembers'> {
  return {
    person: (user) =>
      call('users.info', async () => {
        const { user: found } = Profile.parse(await profiles.users.info({ user }));
        const name = found.profile?.display_name || found.profile?.real_name || found.real_name || found.name;
        return { name: name || user, zone: found.tz ?? null };
      }),

    groupMembers: (group) =>
      call('usergroups.users.list', async () => {
        const { users } = Group.parse(await client.usergroups.users.list({ usergroup: group }));
        return (users ?? []).map(userId);
      }),
  };
}
