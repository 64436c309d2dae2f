import type { StatedKind } from '../incident/events.js';
import { ask, change, type Reader, refuse, textMissing } from './reader.js';
import type { Verb } from './subcommands.js';
import { readTime } from './times.js';

/** `[WHEN] TEXT` */
export function statement(verb: Verb, what: StatedKind): Reader {
  return (text, context) => {
    if (text === '') return ask({ name: 'statement', what, message: null }, { kind: 'text-missing', verb });
    const read = readTime(verb, text, context);
    if (!read.ok) return refuse(read.refusal);
    // No form here: it would begin without the time that was said.
    if (read.rest === '') return textMissing(verb);
    return change({ kind: 'state', what, text: read.rest, at: read.at, message: null });
  };
}

/** `[WHEN] [TEXT]`: here the time alone says something. */
export function moment(verb: Verb, what: StatedKind): Reader {
  return (text, context) => {
    if (text === '') return ask({ name: 'statement', what, message: null }, { kind: 'text-missing', verb });
    const read = readTime(verb, text, context);
    if (!read.ok) return refuse(read.refusal);
    return change({ kind: 'state', what, text: read.rest, at: read.at, message: null });
  };
}
