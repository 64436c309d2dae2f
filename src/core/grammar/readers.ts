import {
  readLead,
  readRename,
  readRole,
  readRoles,
  readSeverityCommand,
  readSnooze,
  readStatus,
  readUpdate,
} from './course-readers.js';
import { ending, readAnswer, readClose, readMerge, readPostmortem } from './ending-readers.js';
import { readBefore, readEdit, readHide, readRedact, readTimeline, readUndo } from './entry-readers.js';
import { readDoctor, readFind, readHelp, readList, readStats } from './lookup-readers.js';
import { readEscalate, readHandoff } from './people-readers.js';
import type { Reader } from './reader.js';
import { readAdopt, readDeclare, readDrill, readJoin } from './start-readers.js';
import { moment, statement } from './statement-readers.js';
import type { Verb } from './subcommands.js';
import { readAssign, readDone, readDueCommand, readTaskCommand, readTasks } from './task-readers.js';

/** One reader for each verb of the table; the compiler asks for a new one with each new row. */
export const READERS: Readonly<Record<Verb, Reader>> = {
  declare: readDeclare,
  adopt: readAdopt,
  status: readStatus,
  severity: readSeverityCommand,
  lead: readLead,
  role: readRole,
  roles: readRoles,
  handoff: readHandoff,
  join: readJoin,
  escalate: readEscalate,
  rename: readRename,
  update: readUpdate,
  snooze: readSnooze,
  note: statement('note', 'note'),
  impact: statement('impact', 'impact'),
  cause: statement('cause', 'cause'),
  trigger: statement('trigger', 'trigger'),
  fix: statement('fix', 'fix'),
  detected: moment('detected', 'detected'),
  started: moment('started', 'started'),
  suspect: statement('suspect', 'suspect'),
  'ruled-out': statement('ruled-out', 'ruled-out'),
  decide: statement('decide', 'decision'),
  task: readTaskCommand,
  tasks: readTasks,
  done: readDone,
  assign: readAssign,
  due: readDueCommand,
  timeline: readTimeline,
  edit: readEdit,
  hide: readHide,
  redact: readRedact,
  undo: readUndo,
  before: readBefore,
  find: readFind,
  resolve: ending('resolve'),
  reopen: ending('reopen'),
  cancel: ending('cancel'),
  merge: readMerge,
  close: readClose,
  postmortem: readPostmortem,
  answer: readAnswer,
  list: readList,
  stats: readStats,
  drill: readDrill,
  doctor: readDoctor,
  help: readHelp,
};
