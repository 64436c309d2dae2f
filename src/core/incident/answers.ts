import { mentionsIn } from '../slack-text.js';
import { answeredTime } from './answered-time.js';
import type { DecidedCommand } from './decide.js';
import type { StatedKind } from './events.js';
import type { Incident } from './incident.js';

/** What the record calls that which a question of the draft asks for. */
const STATED_BY_SLOT: ReadonlyMap<string, StatedKind> = new Map([
  ['impact', 'impact'],
  ['root_cause', 'cause'],
  ['trigger', 'trigger'],
  ['resolution', 'fix'],
]);

/** Says yes, no or that it is not known, and nothing that could stand by itself. */
const BARE =
  /^\W*(?:yes|yep|yeah|ok|okay|no|nope|not yet|not really|correct|right|wrong|confirmed|true|false|exactly|agreed|it is|it is not|unknown|not known|don['’]?t know|no idea|n\/a|none|nothing|ja|nein|stimmt|oui|non|s[ií]|sim|n[aã]o|はい|いいえ|是|不是|对|不对)\P{L}*$/iu;

type About = Pick<Incident, 'zone' | 'declaredAt' | 'endedAt'>;

/**
 * What answering a question of the draft amounts to; null where nothing was said. `given` is where it is
 * answered: it lets times in the answer be read, in the incident's zone.
 */
export function commandForAnswer(
  question: { readonly id: string; readonly slot: string; readonly ask: string },
  text: string,
  given: { readonly incident: About; readonly now: Date } | null = null,
): DecidedCommand | null {
  const said = text.trim();
  if (said === '') return null;
  // "Yes" is no cause: it only says something together with what was asked.
  if (BARE.test(said)) return noteOf(question, said);
  const what = STATED_BY_SLOT.get(question.slot);
  if (what !== undefined) return { kind: 'state', what, text: said, at: null, message: null };
  switch (question.slot) {
    case 'started_at': {
      const at = given && answeredTime(said, given);
      // Without a time that can be read it would seem to have begun just now.
      return at === null
        ? noteOf(question, said)
        : { kind: 'state', what: 'started', text: said, at, message: null };
    }
    case 'detected_at': {
      // By its declaration at the latest, where nobody says when.
      const at = given && (answeredTime(said, given) ?? given.incident.declaredAt);
      return { kind: 'state', what: 'detected', text: said, at, message: null };
    }
    case 'actions':
      return { kind: 'add-follow-up', text: said, owner: null, due: null, message: null };
    case 'document_owner': {
      const [owner, ...others] = mentionsIn(said);
      return owner !== undefined && others.length === 0
        ? { kind: 'assign-postmortem', user: owner }
        : noteOf(question, said);
    }
    default:
      return noteOf(question, said);
  }
}

/** The question first, so that the note can be understood by itself. */
function noteOf(question: { readonly ask: string }, said: string): DecidedCommand {
  return { kind: 'state', what: 'note', text: `${question.ask} ${said}`, at: null, message: null };
}
