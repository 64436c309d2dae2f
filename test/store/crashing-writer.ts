// A process that is killed, by itself or from outside: `crashing-writer.ts DIRECTORY PREPARED WHERE AFTER`.
// Keeps deliveries and digests them, each in a transaction, in several lanes, and says what it has been
// promised. WHERE it dies: `kept` (acknowledged, not digested), `inside` (everything is written, nothing
// committed), `sending` (a call has been started), `never`; and AFTER how many deliveries.

import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { entryId, incidentId } from '../../src/core/ids.js';
import { openStore } from '../../src/store/open.js';
import type { WaitingDelivery } from '../../src/usecases/ports.js';
import { acme, aDebt, aDelivery, anEntry, anIncident, at, inc1 } from './values.js';

const [, , dir = '', prepared = '', where = 'never', after = '0'] = process.argv;
const log = { debug: () => undefined, info: () => undefined, warn: console.error, error: console.error };
const store = await openStore(`file:${dir}`, { log, prepared });
const run = randomUUID().slice(0, 8);
let count = 0;

// Synchronously: what was said counts as promised, even if the next instant is the last one.
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};
const dieIf = (here: string): void => {
  if (where === here && count >= Number(after)) process.kill(process.pid, 'SIGKILL');
};

if ((await store.incident(inc1)) === null) {
  await store.transaction((changes) => changes.insertIncident(anIncident()));
}
for (const left of await store.waitingDeliveries(at(0), 10_000)) await digest(left);
say('caught up');

async function digest(delivery: WaitingDelivery): Promise<void> {
  await store.transaction(async (changes) => {
    const incident = await changes.lockIncident(incidentId('inc-1'));
    if (!incident) throw new Error('no incident');
    await changes.saveIncident({ ...incident, lastSeq: incident.lastSeq + 1 });
    await changes.saveEntry(
      acme,
      anEntry({ id: entryId(`delivery:${delivery.key}`), text: 'x'.repeat(700) }),
    );
    await changes.owe(acme, [aDebt(`card:${delivery.key}`, { incident: inc1, lane: delivery.key })], at(0));
    await changes.finishDelivery(delivery.id);
    dieIf('inside');
  });
  say(`done ${delivery.key}`);
}

async function lane(name: string): Promise<void> {
  for (let nth = 0; ; nth += 1) {
    const key = `event:${run}-${name}-${nth}`;
    await store.keep([aDelivery(key)]);
    say(`kept ${key}`);
    count += 1;
    dieIf('kept');
    const waiting = await store.waitingDeliveries(at(0), 100);
    const mine = waiting.find((delivery) => delivery.key === key);
    if (mine) await digest(mine);
    if (where === 'sending' && count >= Number(after)) {
      const [call] = await store.dueCalls(at(0), 1, []);
      if (call) await store.startCall(call.id);
      say(`sending ${call?.key}`);
      dieIf('sending');
    }
  }
}

await Promise.all(['a', 'b', 'c'].map(lane));
