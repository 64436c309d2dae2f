import { type Case, MINUTE } from './case.js';
import type { Cue } from './cues.js';
import { tellsImpact } from './figures-of.js';
import { SAYS_DECISION } from './label.js';
import type { RowKind } from './model.js';
import { has, type Reading } from './reading.js';
import type { StoryContext } from './story-context.js';
import { shared } from './topic.js';

/** What a text tells, by its cues and by when it was said. */
export function storyKind(context: StoryContext, r: Reading): RowKind | null {
  const isLate = r.at >= context.foundAt;
  if (context.escalations.has(r)) return 'escalated';
  if (SAYS_DECISION.test(r.text)) return 'decided';
  if (has(r, 'recovered') && isLate) return 'recovering';
  if (has(r, 'ruled-out') && !isLate) return 'ruled-out';
  if (has(r, 'recovering') && !has(r, 'ruled-out')) return 'recovering';
  if (has(r, 'cause') && !has(r, 'suspected')) return 'found';
  if (tellsImpact(r)) return 'impact';
  if (has(r, 'acting', 'done')) return 'acting';
  if (has(r, 'decided')) return 'decided';
  if (has(r, 'found')) return 'found';
  if (has(r, 'suspected') && !isLate) return 'suspected';
  if (has(r, 'investigating') && !isLate) return 'investigating';
  if (has(r, 'symptom')) return 'symptom';
  if (has(r, 'communicated')) return 'update';
  return null;
}

const WORTH: Readonly<Partial<Record<RowKind, number>>> = {
  escalated: 4,
  recovering: 3,
  'ruled-out': 2.7,
  found: 3,
  acting: 3.1,
  decided: 2.8,
  suspected: 2.3,
  investigating: 2.5,
  symptom: 1.5,
  impact: 2.4,
  update: 2,
};
const SIDE_CUES: ReadonlySet<Cue> = new Set<Cue>([
  'chatter',
  'hedge',
  'promise',
  'unknown',
  'correction',
  'follow-up',
  'symptom',
  'communicated',
]);

/** How much an ordinary message tells of the story; about 3 is a row. */
export function worthOf(now: Case, context: StoryContext, r: Reading, kind: RowKind | null): number {
  let score = kind === null ? 1 : (WORTH[kind] ?? 2);
  const acts = [...r.cues].filter((cue) => !SIDE_CUES.has(cue)).length;
  score += Math.min(1, 0.25 * Math.max(0, acts - 1));
  if (r.at < now.declaredAt && has(r, 'symptom', 'change') && now.declaredAt - r.at <= 30 * MINUTE)
    score += 1.6;
  if (kind === 'symptom' && Math.abs(r.at - now.declaredAt) <= 8 * MINUTE && !r.asks) score += 0.9;
  if (kind === 'investigating' && r.at <= now.declaredAt + 15 * MINUTE) score += 0.8;
  if (context.root !== null && shared(r.topic, context.root.topic) >= 2) score += 0.6;
  if (r.at >= context.foundAt && (kind === 'acting' || kind === 'recovering')) score += 0.6;
  if (Number.isFinite(context.end) && kind === 'recovering' && context.end - r.at <= 5 * MINUTE) score += 0.6;
  if (r.speaker !== null && context.responders.has(r.speaker)) score += 0.3;
  if (r.threadTs !== null && context.vouchedTs.has(r.threadTs)) score += 0.3;
  const isCryOfAlarm = r.at <= now.declaredAt && has(r, 'symptom');
  if (r.asks) score -= isCryOfAlarm ? 0.4 : 1.8;
  if (r.entry.masked > 0) score -= 2;
  if (r.at < now.declaredAt && !has(r, 'symptom', 'change', 'suspected', 'investigating')) score -= 1.5;
  if (has(r, 'chatter')) score -= 1.5;
  if (has(r, 'promise')) score -= 1;
  if (has(r, 'correction')) score -= 0.5;
  if (has(r, 'follow-up')) score -= 0.8;
  return score + sizeWorth(r.topic.size);
}

function sizeWorth(words: number): number {
  if (words <= 1) return -1.5;
  if (words <= 2) return -0.6;
  if (words > 40) return 0;
  return words >= 9 ? 0.8 : words >= 5 ? 0.4 : 0;
}
