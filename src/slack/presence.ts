import type { WebClient } from '@slack/web-api';
import { nextAttempt } from '../core/retry.js';
import type { Clock, Log } from '../usecases/ports.js';
import { TOKEN_TROUBLE } from './answers.js';
import type { SlackDoor } from './app.js';
import { type Identity, identify } from './identity.js';

/** Slack does not know a token: nothing can work until somebody mends it. */
export class TokenRefusedError extends Error {
  override name = 'TokenRefusedError';
}

export interface Presence {
  /** Who we are, or null while Slack has not told us. */
  identity(): Identity | null;
  isReady(): boolean;
  /**
   * Learns who we are and opens the door. An outage does not matter: it goes on trying by itself.
   * @throws TokenRefusedError when Slack refuses one of the tokens.
   */
  arrive(): Promise<void>;
  leave(): Promise<void>;
}

/** Our being there for Slack: known by the bot token, reachable through the door. */
export function presence(ports: { client: WebClient; door: SlackDoor; clock: Clock; log: Log }): Presence {
  const { client, door, clock, log } = ports;
  let identity: Identity | null = null;
  let left = false;
  let cancelRetry: () => void = () => {};

  return {
    identity: () => identity,
    isReady: () => identity !== null && door.isConnected(),
    async arrive() {
      const reason = await learnWhoWeAre(0);
      if (reason !== null && TOKEN_TROUBLE.has(reason)) {
        left = true;
        throw new TokenRefusedError(`Slack does not accept the bot token (${reason}). Check SLACK_BOT_TOKEN`);
      }
      const opened = await door.open();
      if (!opened.ok && TOKEN_TROUBLE.has(opened.reason)) {
        left = true;
        throw new TokenRefusedError(
          `Slack does not accept the app token (${opened.reason}). Check SLACK_APP_TOKEN`,
        );
      }
    },
    async leave() {
      left = true;
      cancelRetry();
      await door.close();
    },
  };

  /** The reason of a failure, or null. After a failure it tries again later, unless we have left. */
  async function learnWhoWeAre(failures: number): Promise<string | null> {
    const answer = await identify(client);
    if (answer.ok) {
      identity = answer.value;
      log.info('known to Slack', { workspace: identity.workspace });
      return null;
    }
    log.warn('Slack cannot be reached yet', { reason: answer.reason });
    cancelRetry = clock.at(nextAttempt(clock.now(), failures, null), () => {
      if (!left) void learnWhoWeAre(failures + 1);
    });
    return answer.reason;
  }
}
