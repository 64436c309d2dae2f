import { trailsOf } from '../hypotheses.js';
import { has } from '../reading.js';
import { shared } from '../topic.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { ownWords } from './own-words.js';
import { quoted } from './quoted.js';

/** To test, mend or look into what failed is no repetition of it. */
const MENDS =
  /\b(?:test\w*|fix\w*|repair\w*|investigat\w*|why|review\w*|improv\w*|document\w*|runbook\w*|drills?|rehears\w*|exercis\w*|alert\w*|monitor\w*|safer?|faster|train\w*|avoid|stop|no longer|prevent\w*|guard\w*|safeguards?|replace\w*|automat\w*|redundan\w*|HA\b|high.availability)\b/i;

/** A step that did not help, and is now to be done regularly. */
export function failedStepAgain({ now, drafted, moment }: Matter): readonly Found[] {
  const failed = trailsOf(now).filter(
    ({ raised, outcome, ended }) =>
      outcome === 'ruled_out' && ended !== null && has(raised, 'acting', 'done'),
  );
  const named = ownWords(now.incident.title);
  return drafted.actions.flatMap((action, i): Found[] => {
    if (action.done || MENDS.test(action.claim.text)) return [];
    const words = ownWords(action.claim.text);
    const same = failed.find(({ raised }) => {
      const common = [...ownWords(raised.text)].filter((word) => !named.has(word));
      return shared(new Set(common), words) >= 2;
    });
    if (same === undefined) return [];
    const text = `A${i + 1} asks for ${quoted(action.claim.text)}, but ${quoted(same.raised.text)} at ${moment(same.raised.at)} did not help. What is it for?`;
    return [
      {
        text,
        about: [...aboutOf(action.claim), same.raised.id, ...(same.ended === null ? [] : [same.ended.id])],
      },
    ];
  });
}
