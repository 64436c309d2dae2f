import type { Form } from '../forms/form.js';
import { MINUTE } from '../time/duration.js';
import { wholeEntryCode } from '../timeline/entry-code.js';
import { change, refuse } from './reader.js';
import type { Request } from './request.js';

/** What a form asks for, and of which incident; null where there is none yet. `now`: when it was sent off. */
export function requestOfForm(
  form: Form,
  now: Date,
): { readonly incident: number | null; readonly request: Request } {
  if (form.name === 'declare') return { incident: null, request: requestTo(form, now) };
  return { incident: form.incident, request: requestTo(form, now) };
}

function requestTo(form: Form, now: Date): Request {
  switch (form.name) {
    case 'declare': {
      const { title, severity, impact } = form;
      // A declaration is not the moment for questions: a beginning that lies ahead is none.
      const startedAt = form.startedAt === null ? null : notAhead(form.startedAt, now);
      return {
        kind: 'declare',
        declaration: { title, severity, private: form.private, startedAt, drill: false, impact },
      };
    }
    case 'update': {
      const nextAt = form.nextIn === null ? null : new Date(now.getTime() + form.nextIn * MINUTE);
      return change({ kind: 'post-update', text: form.text, nextAt, status: form.status });
    }
    case 'task':
      return change({
        kind: 'add-follow-up',
        text: form.text,
        owner: form.owner,
        due: form.due,
        message: null,
      });
    case 'statement': {
      const { what, text, at, message } = form;
      if (what === 'task') return change({ kind: 'add-follow-up', text, owner: null, due: null, message });
      if (at === null) return change({ kind: 'state', what, text, at, message });
      const past = notAhead(at, now);
      return past === null ? inFuture(at) : change({ kind: 'state', what, text, at: past, message });
    }
    case 'edit': {
      const at = notAhead(form.at, now);
      if (at === null) return inFuture(form.at);
      return change({
        kind: 'correct-entry',
        code: wholeEntryCode(form.entry),
        text: form.text === '' ? null : form.text,
        at,
      });
    }
    case 'answer':
      return change({ kind: 'answer', question: form.question, text: form.text });
    case 'section':
      return change({ kind: 'edit-draft', section: form.section, lines: form.lines });
    case 'before':
      return change({ kind: 'choose-before', keep: form.keep, offered: form.offered });
  }
}

/** Clocks differ, and people round up: so far ahead still means now. Pickers offer times to come as well. */
const SLACK_AHEAD = 5 * MINUTE;

function notAhead(at: Date, now: Date): Date | null {
  if (at <= now) return at;
  return at.getTime() <= now.getTime() + SLACK_AHEAD ? now : null;
}

const inFuture = (at: Date): Request =>
  refuse({ kind: 'time-in-future', said: `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC` });
