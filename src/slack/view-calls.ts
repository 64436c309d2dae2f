import type { WebClient } from '@slack/web-api';
import type { Slack } from '../usecases/ports.js';
import type { LimitedCall } from './calls.js';
import { asSlackView } from './slack-shapes.js';

/** Forms and the App Home. */
export function viewCalls(client: WebClient, call: LimitedCall): Pick<Slack, 'openView' | 'publishHome'> {
  return {
    openView: (trigger, view) =>
      call('views.open', async () => {
        await client.views.open({ trigger_id: trigger, view: asSlackView(view) });
        return null;
      }),

    publishHome: (user, view) =>
      call('views.publish', async () => {
        await client.views.publish({ user_id: user, view: asSlackView(view) });
        return null;
      }),
  };
}
