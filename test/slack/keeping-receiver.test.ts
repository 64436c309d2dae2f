import { App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import type { ReceivedDelivery } from '../../src/core/delivery.js';
import { openedForm } from '../../src/render/forms/form-view.js';
import { keepBeforeAck } from '../../src/slack/keeping-receiver.js';
import { answerTheRest } from '../../src/slack/listeners/the-rest.js';
import { anIncident } from '../builders.js';
import { sentOff } from './sent-off.js';

const NOW = new Date('2024-06-08T14:30:00Z');
const form = openedForm({ name: 'update', incident: anIncident() });

/** A door with an inbox that keeps, or does not; what `deliver` gives back is the acknowledgement. */
function aDoor(keep: (received: ReceivedDelivery) => Promise<void>) {
  let process: ((event: ReceiverEvent) => Promise<void>) | null = null;
  const receiver: Receiver = {
    init(app: App) {
      process = (event) => app.processEvent(event);
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  const app = new App({
    receiver: keepBeforeAck(receiver, {
      now: () => NOW,
      keep,
      kept: () => {},
      ignored: () => {},
      notAcknowledged: () => {},
      notKept: 'This was not saved.',
    }),
    authorize: async () => ({ botToken: 'xoxb-1' }),
  });
  answerTheRest(app);
  return async (body: unknown): Promise<{ answers: readonly unknown[]; failed: boolean }> => {
    const answers: unknown[] = [];
    const ack = async (answer?: unknown) => void answers.push(answer);
    const failed = await process?.({ body: body as ReceiverEvent['body'], ack }).then(
      () => false,
      () => true,
    );
    return { answers, failed: failed ?? true };
  };
}

test('a form is kept before it is acknowledged, by an empty answer that closes it', async () => {
  const kept: ReceivedDelivery[] = [];
  const deliver = aDoor(async (received) => void kept.push(received));

  const { answers } = await deliver(sentOff(form, { text: 'rolled back' }));

  expect(answers).toEqual([undefined]);
  expect(kept).toMatchObject([{ key: 'view:V1', receivedAt: NOW, delivery: { kind: 'form' } }]);
});

test('a form with a mistake is sent back and not kept', async () => {
  const kept: ReceivedDelivery[] = [];
  const deliver = aDoor(async (received) => void kept.push(received));

  const { answers } = await deliver(sentOff(form, { text: ' ' }));

  expect(answers).toEqual([{ response_action: 'errors', errors: { text: expect.any(String) } }]);
  expect(kept).toEqual([]);
});

test('a form that could not be kept stays open with its words, and says so', async () => {
  const deliver = aDoor(async () => {
    throw new Error('no database');
  });

  const { answers, failed } = await deliver(sentOff(form, { text: 'rolled back' }));

  expect(answers).toEqual([
    { response_action: 'errors', errors: { text: expect.stringMatching(/^Not saved yet/) } },
  ]);
  expect(failed).toBe(true);
});

test('a command that could not be kept is told so', async () => {
  const deliver = aDoor(async () => {
    throw new Error('no database');
  });
  const command = {
    command: '/incident',
    text: 'note x',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: '1.2',
    response_url: 'https://hooks.slack.com/commands/1',
  };

  expect((await deliver(command)).answers).toEqual([
    { response_type: 'ephemeral', text: 'This was not saved.' },
  ]);
});

test('an App Home that could not be kept is not acknowledged: Slack tells us again', async () => {
  const deliver = aDoor(async () => {
    throw new Error('no database');
  });
  const event = { type: 'app_home_opened', user: 'U1', tab: 'home', event_ts: '1.1' };

  const told = await deliver({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event });

  expect(told).toEqual({ answers: [], failed: true });
});

test.each([
  ['a form of somebody else', sentOff(form, {}, { callback_id: 'view-id' })],
  [
    'a shortcut of another name',
    {
      type: 'shortcut',
      callback_id: 'x',
      team: { id: 'T1' },
      user: { id: 'U1' },
      trigger_id: '1.2',
      action_ts: '1.1',
    },
  ],
])('%s is acknowledged all the same', async (_, body) => {
  const deliver = aDoor(async () => {
    throw new Error('nothing to keep');
  });

  expect((await deliver(body)).answers).toHaveLength(1);
});
