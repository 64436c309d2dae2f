import { openEmbedded } from '/work/main/src/store/embedded.ts';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '/work/main/src/store/generated/client.ts';
const log = { debug() {}, info: console.log, warn: console.log, error: console.log };
const db = await openEmbedded('/tmp/perfdata', log, null);
await db.pool.query(`update slack_event set state='waiting', delivery='{}'`);
const p = new PrismaClient({ adapter: new PrismaPg(db.pool), log: [{ level: 'query', emit: 'event' }] });
let last: any;
p.$on('query', (e) => { last = e; });
const now = new Date();
for (let i = 0; i < 5; i++) { const t = performance.now(); const r = await p.slackEvent.findMany({ where: { state: 'waiting', OR: [{ notBefore: null }, { notBefore: { lte: now } }] }, orderBy: { id: 'asc' }, take: 100 }); console.log(r.length, performance.now() - t); }
console.log(last.query, last.params);
{ const t=performance.now(); for(let i=0;i<10;i++) await db.pool.query(last.query, ['waiting', now.toISOString(), 100, 0]); console.log('raw', (performance.now()-t)/10); }
const ex = await db.pool.query('explain analyze ' + last.query, ['waiting', now.toISOString(), 100, 0].slice(0, (last.query.match(/\$\d/g) ?? []).length));
console.log(ex.rows.map((r) => r['QUERY PLAN']).join('\n'));




for (const [n,q,v] of [['full',last.query,['waiting', now.toISOString(), 100, 0]],['select 1','select 1',[]],['nolimitparam',last.query.replace('LIMIT $3 OFFSET $4','LIMIT 100'),['waiting',now.toISOString()]],['noparams',last.query.replace('LIMIT $3 OFFSET $4','LIMIT 100').replace('$1',"'waiting'").replace('$2','now()'),[]],['explain','explain analyze '+last.query,['waiting', now.toISOString(), 100, 0]],['int limit',last.query.replace('$3','$3::int').replace('$4','$4::int'),['waiting', now.toISOString(), 100, 0]],['nodelivery',last.query.replace(', "public"."slack_event"."delivery"',''),['waiting', now.toISOString(), 100, 0]]] as any) { const t=performance.now(); for(let i=0;i<10;i++) await db.pool.query(q,v); console.log(n, (performance.now()-t)/10); }

import { deliveryFromJson } from '/work/main/src/store/delivery-json.ts';
const meas = async (n: string, f: () => Promise<unknown>) => { for (let i=0;i<20;i++) await f(); const c = process.cpuUsage(), t = performance.now(); for (let i=0;i<50;i++) await f(); const u = process.cpuUsage(c); console.log(n, 'wall ms', ((performance.now()-t)/50).toFixed(2), 'cpu', ((u.user+u.system)/50000).toFixed(2)); };
await meas('pg full', () => db.pool.query(last.query, ['waiting', now.toISOString(), 100, 0]));
await meas('pg array', () => db.pool.query({ text: last.query, values: ['waiting', now.toISOString(), 100, 0], rowMode: 'array' }));
await meas('prisma', () => p.slackEvent.findMany({ where: { state: 'waiting', OR: [{ notBefore: null }, { notBefore: { lte: now } }] }, orderBy: { id: 'asc' }, take: 100 }));
const j = { kind: 'fact' as const, fact: { kind: 'message-posted' as const, channel: 'C', ts: '1.1', message: { author: { kind: 'person' as const, user: 'U123' }, text: 'we see', threadTs: null, files: [], masked: 0 } } };
await meas('zod 100', async () => { for (let i=0;i<100;i++) deliveryFromJson(j); });
await p.$disconnect(); await db.close();
