import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Delivery, ReceivedDelivery } from '../core/delivery.js';
import { COMPLAINT } from '../render/forms/complaints.js';
import { mainField } from '../render/forms/fields.js';
import { readDelivery } from './read-delivery.js';

export interface Keeping {
  now(): Date;
  /** Keeps a delivery durably; throws when it could not be kept. */
  keep(received: ReceivedDelivery): Promise<void>;
  /** Called after a delivery was kept. */
  kept(): void;
  /** Called when a kept delivery could not be acknowledged: Slack may send it again, which changes nothing. */
  notAcknowledged(error: unknown): void;
  /** Called with everything that we acknowledge without keeping it. */
  ignored(why: string): void;
  /** What a person sees whose command could not be kept. */
  notKept: string;
}

/**
 * Puts the inbox between Slack and Bolt. Bolt acknowledges events before it runs a single listener, so a
 * crash in between would lose them; here a delivery is kept first and acknowledged then. What is kept does
 * not pass through Bolt at all: the inbox is digested by a job, in order, and after a restart too.
 */
export function keepBeforeAck(inner: Receiver, keeping: Keeping): Receiver {
  return {
    init(app) {
      inner.init(
        Object.create(app, { processEvent: { value: (event: ReceiverEvent) => receive(app, event) } }),
      );
    },
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
  };

  async function receive(app: App, event: ReceiverEvent): Promise<void> {
    const receivedAt = keeping.now();
    const reading = readDelivery(event.body, receivedAt);
    switch (reading.kind) {
      case 'bolt':
        return app.processEvent(event);
      case 'none':
        keeping.ignored(reading.why);
        return event.ack();
      case 'form-errors':
        return event.ack({ response_action: 'errors', errors: reading.errors });
      case 'keep': {
        const received = { ...reading.received, receivedAt };
        const kept = await keep(received);
        if (kept !== 'kept') {
          await sayNotKept(event, received.delivery);
          throw new Error('The delivery could not be kept', { cause: kept.error });
        }
        keeping.kept();
        await event.ack().catch(keeping.notAcknowledged);
      }
    }
  }

  /** Slack repeats events only: a person is told, and what they wrote in a form stays in it. */
  async function sayNotKept(event: ReceiverEvent, delivery: Delivery): Promise<void> {
    switch (delivery.kind) {
      case 'command':
        return event.ack({ response_type: 'ephemeral', text: keeping.notKept });
      case 'form':
        return event.ack({
          response_action: 'errors',
          errors: { [mainField(delivery.form.name)]: COMPLAINT.notKept },
        });
      case 'fact':
      case 'message-shortcut':
      case 'home':
        return;
    }
  }

  async function keep(received: ReceivedDelivery): Promise<'kept' | { error: unknown }> {
    return keeping.keep(received).then(
      () => 'kept' as const,
      (error: unknown) => ({ error }),
    );
  }
}
