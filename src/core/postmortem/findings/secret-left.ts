import { maskSecrets } from '../../masking/mask-secrets.js';
import { aboutOf, allStatements, type Found, type Matter } from './matter.js';

/** Looks for secrets once more, in what is about to be posted. Never says what it saw. */
export function secretLeft(matter: Matter): readonly Found[] {
  const { drafted } = matter;
  const texts: readonly (readonly [string, readonly string[]])[] = [
    [drafted.title, []],
    ...allStatements(matter).map((claim) => [claim.text, aboutOf(claim)] as const),
    ...drafted.questions.map((question) => [question.ask, question.about] as const),
  ];
  const hits = texts.filter(([text]) => maskSecrets(text).masked > 0);
  if (hits.length === 0) return [];
  const text = `${hits.length === 1 ? 'One text' : `${hits.length} texts`} of this draft still ${hits.length === 1 ? 'looks' : 'look'} like holding a secret. Take it out of the message, and change the secret.`;
  return [{ text, about: [...new Set(hits.flatMap(([, about]) => about))].slice(0, 4) }];
}
