import { dayIn } from '../time/calendar.js';
import { readDaysAhead, readDue } from '../time/due.js';
import { zoneOrUtc } from '../time/zone.js';
import type { ParseContext } from './context.js';
import { numberAtEnd, numberAtStart, pageAtEnd } from './numbers.js';
import { personIn } from './people.js';
import { ask, change, type Reader, refuse, see, textMissing, unclear, withoutCourtesy } from './reader.js';
import { readTask } from './task.js';

const isPast = (day: string, context: ParseContext): boolean =>
  day < dayIn(zoneOrUtc(context.incidentZone), context.now);

export const readTaskCommand: Reader = (text, context) => {
  if (text === '') return ask({ name: 'task' }, { kind: 'text-missing', verb: 'task' });
  const task = readTask(text, context);
  if (task.text === '') return textMissing('task');
  if (task.due !== null && isPast(task.due, context)) return refuse({ kind: 'date-past', said: task.due });
  return change({ kind: 'add-follow-up', ...task, message: null });
};

const OPEN = /^(?:open)?$/i;
const ALL = /^(?:all|everything)$/i;
const MINE = /^(?:mine|my|me|my own)$/i;

export const readTasks: Reader = (text, context) => {
  const paged = pageAtEnd(withoutCourtesy(text));
  if (!paged) return unclear('tasks', text);
  const { page, rest } = paged;
  if (MINE.test(rest) || (rest === '' && !context.inIncident))
    return see({ what: 'tasks', scope: 'mine', page });
  if (!OPEN.test(rest) && !ALL.test(rest)) return unclear('tasks', text);
  if (!context.inIncident) return refuse({ kind: 'not-an-incident-channel' });
  return see({ what: 'tasks', scope: ALL.test(rest) ? 'all' : 'open', page });
};

/** `done N`, `undone N` */
export const readDone: Reader = (text, context) => {
  const found = numberAtStart(text);
  if (!found) return refuse({ kind: 'number-missing', verb: context.name });
  if (withoutCourtesy(found.rest) !== '') return unclear(context.name, found.rest);
  return change({ kind: 'finish-follow-up', number: found.number, done: context.name !== 'undone' });
};

/** `N @person|me`, or the other way round. */
export const readAssign: Reader = (text, context) => {
  const person = personIn(withoutCourtesy(text), context.speaker);
  const rest = (person?.rest ?? text).replace(/\s+to$/i, '').replace(/^to\s+/i, '');
  const found = numberAtStart(rest) ?? numberAtEnd(rest);
  if (!found) return refuse({ kind: 'number-missing', verb: 'assign' });
  if (!person) return refuse({ kind: 'person-missing', verb: 'assign' });
  if (!/^(?:to)?$/i.test(found.rest)) return unclear('assign', found.rest);
  return change({ kind: 'assign-follow-up', number: found.number, user: person.user });
};

const NONE = /^(?:none|no|never|no date|clear|remove|off|open|-|‐|–|—)$/i;
const BY = /^(?:(?:is|due|on|by|until|till|to)\s+|[:=]\s*)+/i;
const BEFORE_TODAY = /^(?:yesterday|last\s|(?:\d+|a|two|three)\s+(?:days?|weeks?|months?)\s+ago)/i;

/** `N DATE|none` */
export const readDueCommand: Reader = (text, context) => {
  const found = numberAtStart(text);
  if (!found) return refuse({ kind: 'number-missing', verb: 'due' });
  const said = withoutCourtesy(found.rest).replace(BY, '');
  if (said === '') return refuse({ kind: 'date-unclear', said: '' });
  if (NONE.test(said)) return change({ kind: 'date-follow-up', number: found.number, due: null });
  if (BEFORE_TODAY.test(said)) return refuse({ kind: 'date-past', said });
  const about = { now: context.now, zone: context.incidentZone };
  const ahead = readDaysAhead(said, about);
  if (ahead !== null) return change({ kind: 'date-follow-up', number: found.number, due: ahead });
  const { due, rest } = readDue(`by ${said}`, about);
  if (due === null || rest !== '') return refuse({ kind: 'date-unclear', said });
  if (isPast(due, context)) return refuse({ kind: 'date-past', said });
  return change({ kind: 'date-follow-up', number: found.number, due });
};
