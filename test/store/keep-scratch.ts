import { openEmbedded } from '/work/main/src/store/embedded.ts';
import { insertDeliveries } from '/work/main/src/store/inbox.ts';
import { migrate, findMigrations } from '/work/main/src/store/migrate.ts';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '/work/main/src/store/generated/client.ts';
import fs from 'node:fs';
const log = { debug() {}, info: console.log, warn: console.log, error: console.log };
fs.rmSync('/tmp/perfdata', { recursive: true, force: true });
const db = await openEmbedded('/tmp/perfdata', log, '/work/main/.cache/pglite-0.5.16.tar');
await migrate(db.pool, findMigrations());
const p = new PrismaClient({ adapter: new PrismaPg(db.pool) });
const now = new Date(); let k = 0;
const d = (n: number): any => ({ workspace: 'T', key: `event:Ev${n}`, receivedAt: now, delivery: { kind: 'fact' as const, fact: { kind: 'message-posted' as const, channel: 'C', ts: '1.' + n, message: { author: { kind: 'person' as const, user: 'U123' }, text: 'we see "500s" on checkout since the deploy of 10:35, looking at the logs now '.repeat(2), threadTs: null, files: [], masked: 0 } } } });
const json = async (ds: any[]) => { await db.pool.query({ name: 'kj', text: `insert into slack_event (workspace,key,received_at,delivery) select workspace,key,"receivedAt",delivery from rows from (jsonb_to_recordset($1::jsonb) as (workspace text, key text, "receivedAt" timestamptz, delivery jsonb)) with ordinality as g(workspace,key,"receivedAt",delivery,n) order by n on conflict do nothing`, values: [JSON.stringify(ds)] }); };
const prisma = async (ds: any[]) => { await p.slackEvent.createMany({ data: ds, skipDuplicates: true }); };
const ways: Record<string, (ds: any[]) => Promise<void>> = { unnest: (ds) => insertDeliveries(db.pool, ds), json, prisma };
for (const round of [1, 2]) for (const [name, f] of Object.entries(ways)) for (const size of [1, 20, 200]) {
  const reps = size === 1 ? 600 : size === 20 ? 150 : 20; const c = process.cpuUsage(), t = performance.now();
  for (let i = 0; i < reps; i++) await f(Array.from({ length: size }, () => d(k++)));
  const u = process.cpuUsage(c); if (round === 2) console.log(name, 'batch', size, 'cpu us/event', Math.round((u.user + u.system) / reps / size), 'wall', Math.round((performance.now() - t) * 1000 / reps / size));
}
await p.$disconnect(); await db.close();
