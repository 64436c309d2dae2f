import { replyDebt } from '../../core/debt.js';
import type { Message } from '../../core/effects.js';
import type { Incident } from '../../core/incident/incident.js';
import { peopleIn } from '../../core/people-in.js';
import { mentionsIn } from '../../core/slack-text.js';
import { type FormFilled, openedForm } from '../../render/forms/form-view.js';
import { formNotOpened } from '../../render/messages/form-not-opened.js';
import { refused } from '../../render/messages/refusal.js';
import type { OwedCall, Settlement } from '../ports.js';
import { fillForm } from './fill-form.js';
import { type EffectOf, PAID, type PayPorts } from './payer.js';

/**
 * Opens a form that somebody asked for. Slack's ticket is good once and for three seconds: there is no second
 * attempt, but an answer that says how else to say it.
 */
export async function payOpenForm(
  ports: PayPorts,
  call: OwedCall,
  effect: EffectOf<'open-form'>,
): Promise<Settlement> {
  const { store, slack } = ports;
  const incident = await incidentOf(ports, call, effect);
  const filled = await fillForm(store, effect.form, incident);
  if (!filled.ok) return answer(ports, call, effect, refused(filled.refusal));
  const people = await store.people(call.workspace, namedIn(filled.form));
  const view = openedForm(filled.form, { channel: effect.channel, to: effect.to, people });
  const opened = await slack.openView(effect.trigger, view);
  if (opened.ok) return PAID;
  // The ticket is used up: the form stands before them since the attempt that was cut off.
  if (call.interrupted && opened.reason === 'exchanged_trigger_id') return PAID;
  return answer(ports, call, effect, formNotOpened(effect.form, incident));
}

async function incidentOf(
  { store }: PayPorts,
  call: OwedCall,
  { channel }: EffectOf<'open-form'>,
): Promise<Incident | null> {
  if (call.incident !== null) return store.incident(call.incident);
  return channel && store.incidentInChannel(call.workspace, channel);
}

async function answer(
  { store, clock }: PayPorts,
  call: OwedCall,
  { to }: EffectOf<'open-form'>,
  message: Message,
): Promise<Settlement> {
  const told = replyDebt(`told:${call.key}`, to, message);
  await store.transaction((changes) => changes.owe(call.workspace, [told], clock.now()));
  return PAID;
}

/** Slack is not asked for names here: there is no time. */
function namedIn(form: FormFilled) {
  switch (form.name) {
    case 'before':
      return peopleIn({ incident: form.incident, entries: form.entries, followUps: [] });
    case 'answer':
      return mentionsIn(form.question.ask);
    case 'statement':
      return mentionsIn(form.message?.text ?? '');
    case 'edit':
      return mentionsIn(form.entry.text);
    case 'section':
    case 'declare':
    case 'update':
    case 'task':
      return [];
  }
}
