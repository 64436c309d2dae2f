import { readSince, readSinceDay } from '../timeline/backdate.js';
import { hasVisible, readDeclaration } from './declaration.js';
import { splitTail, trimmed } from './edges.js';
import { ask, change, type Reader, refuse, unclear, withoutCourtesy } from './reader.js';
import type { Request } from './request.js';
import { timeUnclear } from './times.js';

export const readDeclare: Reader = (text, context) => {
  const declaration = readDeclaration(text, context);
  if (declaration) return { kind: 'declare', declaration };
  // A form that had forgotten the `private` would be worse than none.
  return hasVisible(text)
    ? refuse({ kind: 'title-missing' })
    : ask({ name: 'declare', title: '' }, { kind: 'title-missing' });
};

const adopt = (title: string, since: Date | null): Request => ({
  kind: 'adopt',
  title: hasVisible(title) ? trimmed(title) : null,
  since,
});

/** `[TITLE] [since WHEN]`. Here a day is enough: what was said that day is taken in. */
export const readAdopt: Reader = (text, context) => {
  const [head, tail] = splitTail(text);
  const when = readSince(tail, context);
  const title = head + when.rest;
  switch (when.kind) {
    case 'at':
      return adopt(title, when.at);
    case 'future':
      return refuse({ kind: 'time-in-future', said: when.said });
    case 'unclear':
      return refuse(timeUnclear(when, context, (at) => `adopt ${title} since ${at}`));
    case 'none': {
      const day = readSinceDay(tail, context);
      if (day) return adopt(head + day.rest, day.at);
      return /^since\s/i.test(text) ? unclear('adopt', text) : adopt(text, null);
    }
  }
};

/** Whose INC-4 it is was read before, see `readAddress`. */
export const readJoin: Reader = (text, context) => {
  if (withoutCourtesy(text) !== '') return unclear('join', text);
  return context.inIncident ? change({ kind: 'join' }) : refuse({ kind: 'number-missing', verb: 'join' });
};

export const readDrill: Reader = (text) => {
  const script = withoutCourtesy(text);
  return { kind: 'drill', script: script === '' ? null : script };
};
