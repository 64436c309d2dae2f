import type { WebClient } from '@slack/web-api';
import type { Clock, Slack } from '../usecases/ports.js';
import { limitedCalls } from './calls.js';
import { channelCalls } from './channel-calls.js';
import { fileCalls } from './file-calls.js';
import { healthCalls } from './health.js';
import { historyCalls } from './history.js';
import { messageCalls } from './message-calls.js';
import { peopleCalls } from './people-calls.js';
import type { Self } from './self.js';
import { viewCalls } from './view-calls.js';

/**
 * The real Slack behind our port: every answer sorted into done, later, unknown or never. `profiles` is a client
 * with little patience: a command waits for the name and zone of its author, and everybody behind it too.
 */
export function slackGateway(
  client: WebClient,
  options: { clock: Clock; self: () => Self; fetch: typeof fetch; profiles: WebClient },
): Slack {
  const { clock, self, fetch: send, profiles } = options;
  const call = limitedCalls(clock);

  return {
    ...channelCalls(client, call),
    ...fileCalls(client, call, { self, send }),
    ...healthCalls(client, call, { clock, send }),
    ...historyCalls(client, call, self),
    ...messageCalls(client, call, send),
    ...peopleCalls(client, call, profiles),
    ...viewCalls(client, call),
  };
}
