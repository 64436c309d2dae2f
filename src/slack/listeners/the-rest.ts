import type { App } from '@slack/bolt';

/**
 * Acknowledges every interaction that no other listener takes. Without this Slack shows an error after three
 * seconds, and over Socket Mode nothing would ever be answered.
 */
export function answerTheRest(app: App): void {
  app.action(/.*/, async ({ ack }) => ack());
  app.view(/.*/, async ({ ack }) => ack());
  app.view({ type: 'view_closed', callback_id: /.*/ }, async ({ ack }) => ack());
  app.shortcut(/.*/, async ({ ack }) => ack());
  app.options(/.*/, async ({ ack }) => ack({ options: [] }));
}
