import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type WorkspaceId, workspaceId } from '../core/ids.js';
import type { Answer } from '../usecases/ports.js';
import { failureOf } from './answers.js';
import type { Self } from './self.js';

export interface Identity {
  readonly workspace: WorkspaceId;
  readonly workspaceUrl: string | null;
  readonly self: Self;
}

const AuthTest = z.object({
  team_id: z.string(),
  url: z.string().nullish(),
  user_id: z.string(),
  app_id: z.string().nullish(),
});

/** Who this token is, by `auth.test`. */
export async function identify(client: WebClient): Promise<Answer<Identity>> {
  return client.auth.test().then(
    (raw): Answer<Identity> => {
      const answer = AuthTest.parse(raw);
      return {
        ok: true,
        value: {
          workspace: workspaceId(answer.team_id),
          workspaceUrl: answer.url ?? null,
          self: { appId: answer.app_id ?? null, botUser: answer.user_id },
        },
      };
    },
    (error: unknown) => failureOf(error),
  );
}
