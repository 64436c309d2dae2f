import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

const RESTORED =
  /\brestor(?:ed|ing|e)\b[^.]{0,50}\b(?:backup|snapshot|stable state)\b|\b(?:rollback|rolled back|rolling back) (?:of |the |db |database |to )*(?:db|database|data|backup|snapshot|previous stable|stable state)\b(?: (?:to|from) (?:a |the )?(?:previous |stable |earlier |last )*(?:state|backup|snapshot))?|\bpoint[- ]in[- ]time\b/i;

/** Data was put back to an earlier state, and nobody says what of it was lost. */
export function restoredWithoutData({ drafted }: Matter): readonly Found[] {
  if (drafted.impact.dataLoss.kind !== 'asked') return [];
  const claims = [...drafted.resolution.claims, ...drafted.timeline.map((row) => row.claim)];
  const restored = claims.find((claim) => RESTORED.test(claim.text) && !/\?/.test(claim.text));
  const words = RESTORED.exec(restored?.text ?? '')?.[0];
  if (restored === undefined || words === undefined) return [];
  const text = `${quoted(words)} takes data back to an earlier state, and the impact says nothing of data. What was lost?`;
  return [{ text, about: aboutOf(restored) }];
}
