import { randomUUID } from 'node:crypto';
import type { ReceivedDelivery } from '../core/delivery.js';
import type { Changes, Log, Records, Store } from '../usecases/ports.js';
import type { Database } from './database.js';
import { forgetWords } from './forget.js';
import type { Prisma, PrismaClient } from './generated/client.js';
import { groupCommit } from './group-commit.js';
import * as inbox from './inbox.js';
import * as incidents from './incidents.js';
import * as lists from './lists.js';
import { isMember, saveMembership } from './membership.js';
import * as outbox from './outbox.js';
import { findPeople, savePeople } from './people.js';
import { findPostmortem, savePostmortem } from './postmortems.js';
import { countPostsSince, findAllPosted, findQueues } from './posts.js';
import { search } from './search.js';
import { storable } from './storable.js';
import * as timeline from './timeline.js';
import { inTransaction } from './transaction.js';

type Db = Prisma.TransactionClient;

/** How long the database may take to say that it is there, in ms. */
const UP_WITHIN = 5_000;

/** The Store port on Prisma. What comes in is made storable here and nowhere else. */
export function prismaStore(database: Database, prisma: PrismaClient, log: Log): Store {
  /** This opening of the store: whoever else is named as the sender of a call has ended. */
  const sender = randomUUID();
  const kept = groupCommit<ReceivedDelivery>((deliveries) =>
    inbox.insertDeliveries(database.pool, deliveries),
  );
  let closing: Promise<void> | null = null;

  async function close(): Promise<void> {
    await kept.idle();
    await prisma.$disconnect();
    await database.close();
  }

  return {
    ...records(prisma),
    transaction: (work) => inTransaction(prisma, (tx) => work(changes(tx, database.kind))),
    keep: (deliveries) => kept.write(storable(deliveries)),
    waitingDeliveries: (now, limit) => inbox.findWaitingDeliveries(prisma, log, now, limit),
    nextDelivery: () => inbox.nextDeliveryAt(prisma),
    nextCall: () => outbox.nextCallAt(prisma),
    postponeDelivery: (id, notBefore, reason) =>
      inbox.postponeDelivery(prisma, id, notBefore, storable(reason)),
    giveUpDelivery: (id, reason) => inbox.giveUpDelivery(prisma, id, storable(reason)),
    dueCalls: (now, limit, inFlight) => outbox.findDueCalls(prisma, log, now, limit, inFlight),
    startCall: (id) => outbox.startCall(prisma, sender, id),
    settleCall: (id, generation, settlement) =>
      outbox.settleCall(prisma, id, generation, storable(settlement)),
    savePeople: (workspace, people, seenAt) => savePeople(prisma, workspace, people, seenAt),
    isUp: () => answersWithin(database, UP_WITHIN),
    queues: (now) => findQueues(prisma, now),
    backlog: async (now) => ({
      deliveries: await inbox.countWaitingDeliveries(prisma, now),
      calls: await outbox.countDueCalls(prisma, now),
    }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function records(db: Db): Records {
  return {
    incident: (id) => incidents.findIncident(db, storable(id)),
    incidentInChannel: (workspace, channel) =>
      incidents.findIncidentInChannel(db, storable(workspace), storable(channel)),
    openIncidents: (workspace) => incidents.findOpenIncidents(db, storable(workspace)),
    incidentNumbered: (workspace, number) => lists.findIncidentNumbered(db, storable(workspace), number),
    incidentsSeenBy: (workspace, wanted) =>
      lists.findIncidentsSeenBy(db, storable(workspace), storable(wanted)),
    isMember: (workspace, channel, user) =>
      isMember(db, storable(workspace), storable(channel), storable(user)),
    search: (workspace, text, page) => search(db, storable(workspace), storable(text), storable(page)),
    followUpsOf: (workspace, owner, page) =>
      lists.findFollowUpsOf(db, storable(workspace), storable(owner), page),
    spans: (workspace, since, reader) => lists.findSpans(db, storable(workspace), since, storable(reader)),
    allPosted: (incident) => findAllPosted(db, storable(incident)),
    postsSince: (workspace, channel, since) =>
      countPostsSince(db, storable(workspace), storable(channel), since),
    log: (id) => incidents.findLog(db, storable(id)),
    entry: (incident, id) => timeline.findEntry(db, storable(incident), storable(id)),
    entries: (incident) => timeline.findEntries(db, storable(incident)),
    incidentsQuoting: (workspace, channel, ts) =>
      timeline.findIncidentsQuoting(db, storable(workspace), storable(channel), storable(ts)),
    followUps: (incident) => incidents.findFollowUps(db, storable(incident)),
    postmortem: (incident, version) => findPostmortem(db, storable(incident), version),
    people: (workspace, users) => findPeople(db, storable(workspace), storable(users)),
    posted: (workspace, key) => outbox.findPosted(db, storable(workspace), storable(key)),
    refusal: (workspace, key) => outbox.findRefusal(db, storable(workspace), storable(key)),
  };
}

function changes(tx: Db, kind: Database['kind']): Changes {
  return {
    ...records(tx),
    lockIncident: async (id) => {
      // The embedded database is one session: a transaction there has the whole of it for itself.
      if (kind === 'server') await incidents.lockIncidentRow(tx, storable(id));
      return incidents.findIncident(tx, storable(id));
    },
    nextIncidentNumber: (workspace) => incidents.claimIncidentNumber(tx, storable(workspace)),
    insertIncident: (incident) => incidents.insertIncident(tx, storable(incident)),
    saveIncident: (incident) => incidents.saveIncident(tx, storable(incident)),
    appendToLog: (workspace, incident, events) =>
      incidents.appendToLog(tx, storable(workspace), storable(incident), storable(events)),
    saveEntry: (workspace, entry) => timeline.saveEntry(tx, storable(workspace), storable(entry)),
    saveFollowUp: (workspace, followUp) =>
      incidents.saveFollowUp(tx, storable(workspace), storable(followUp)),
    savePostmortem: (workspace, postmortem) => savePostmortem(tx, storable(workspace), storable(postmortem)),
    saveMembership: (workspace, channel, user, membership) =>
      saveMembership(tx, storable(workspace), storable(channel), storable(user), storable(membership)),
    forgetWords: (workspace, incident, entry, instead) =>
      forgetWords(tx, storable({ workspace, incident, entry, instead })),
    owe: (workspace, debts, now) => outbox.owe(tx, storable(workspace), storable(debts), now),
    finishDelivery: (id) => inbox.finishDelivery(tx, id),
  };
}

async function answersWithin(database: Database, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const answer = database.pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
  const isUp = await Promise.race([answer, late]);
  clearTimeout(timer);
  return isUp;
}
