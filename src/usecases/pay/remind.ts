import { replyDebt } from '../../core/debt.js';
import { fingerprint } from '../../core/fingerprint.js';
import { remind } from '../../core/incident/debts.js';
import { type ReminderVerdict, reminderVerdict } from '../../core/incident/reminder-verdict.js';
import { reminder } from '../../render/messages/reminder.js';
import { reminderNudge } from '../../render/messages/reminder-nudge.js';
import { reminderOver } from '../../render/messages/reminder-over.js';
import { peopleOf } from '../people-of.js';
import type { Posted, Settlement } from '../ports.js';
import { ensurePosted } from './ensure-posted.js';
import { isWithinBudget } from './noise-budget.js';
import { type DueInChannel, PAID, type PayPorts } from './payer.js';
import { settlement } from './settlement.js';

/** Reminds of an update that is due: one message, re-used, and a private word to whoever leads. */
export async function payRemind(ports: PayPorts, due: DueInChannel): Promise<Settlement> {
  const now = ports.clock.now();
  const verdict = reminderVerdict(due.incident, now);
  switch (verdict.kind) {
    case 'over':
      return putRight(ports, due);
    case 'wait': {
      const shown = await putRight(ports, due);
      if (shown.kind === 'paid') await oweNext(ports, due, null);
      return shown;
    }
    case 'due': {
      // The first word is private; only who does not heed it is reminded before everybody.
      const shown = verdict.nth === 0 ? await putRight(ports, due) : await show(ports, due, now);
      if (shown.kind === 'paid') await oweNext(ports, due, verdict);
      return shown;
    }
  }
}

/** Where the channel has heard enough of us, the private word must do. */
async function show(ports: PayPorts, due: DueInChannel, now: Date): Promise<Settlement> {
  const { call, incident, channel } = due;
  if (!(await isWithinBudget(ports, due))) return PAID;
  const message = reminder(incident, { people: await peopleOf(ports, incident), now });
  return ensurePosted(ports, call, { channel, threadTs: null }, message);
}

/**
 * The next reminder and, in the same transaction, the private word for this one, whose key lets it be owed but
 * once. Under the incident's lock: whatever changes the schedule comes either before, and is seen here, or after.
 */
async function oweNext(
  ports: PayPorts,
  { call, incident, channel }: DueInChannel,
  reminded: Extract<ReminderVerdict, { kind: 'due' }> | null,
): Promise<void> {
  await ports.store.transaction(async (changes) => {
    const locked = await changes.lockIncident(incident.id);
    if (!locked) return;
    const now = ports.clock.now();
    const then = reminderVerdict(locked, now);
    await changes.owe(call.workspace, [remind(locked, nextTime(then, reminded !== null, now))], now);
    if (reminded === null || then.kind !== 'due') return;
    const user = locked.lead ?? locked.declaredBy;
    const to = { kind: 'ephemeral', channel, user, threadTs: null } as const;
    const key = `remind-nudge:${incident.id}:${then.slot.getTime()}`;
    await changes.owe(call.workspace, [replyDebt(key, to, reminderNudge(locked, { now }))], now);
  });
}

/** At once where the message has to say something else by now. */
function nextTime(verdict: ReminderVerdict, isReminded: boolean, now: Date): Date {
  switch (verdict.kind) {
    case 'over':
      return now;
    case 'wait':
      return verdict.until;
    case 'due':
      return isReminded ? verdict.next : now;
  }
}

/** Nothing is due, or ever will be: the message says so where it stands, and is not posted for that alone. */
async function putRight(ports: PayPorts, { call, incident, channel }: DueInChannel): Promise<Settlement> {
  const { slack, clock } = ports;
  let standing: Posted | null = call.posted;
  if (standing === null && call.interrupted) {
    const found = await slack.findPost(channel, call.key, call.owedAt, null);
    if (!found.ok) return settlement(found, call, clock);
    standing = found.value && { channel, ts: found.value.ts, hash: '' };
  }
  if (standing === null) return PAID;
  const message = reminderOver(incident, { people: await peopleOf(ports, incident), now: clock.now() });
  const hash = fingerprint(JSON.stringify(message));
  if (standing.hash === hash) return PAID;
  const edited = await slack.update(channel, standing.ts, message);
  if (!edited.ok && edited.verdict === 'never') return PAID;
  return settlement(edited, call, clock, { ...standing, hash: edited.ok ? hash : standing.hash });
}
