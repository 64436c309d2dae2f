import { isRecoveryAlert } from './alerts.js';
import { between, type Case, MINUTE, ofKind } from './case.js';
import type { Claim, Question } from './model.js';
import { claimFrom, has, type Reading } from './reading.js';

const BEFORE = 3 * 60 * MINUTE;

/** How it was noticed: as stated, else the first alert and the first message that tells of trouble. */
export function detectionOf(now: Case): readonly Claim[] {
  const stated = ofKind(now.readings, 'detected').at(-1);
  if (stated !== undefined && stated.text !== '') return [claimFrom('detection', stated)];
  const marked = now.readings.find((r) => r.signs.has('detected'));
  if (marked !== undefined) return [claimFrom('detection', marked)];
  const around = between(now.readings, now.declaredAt - BEFORE, now.declaredAt + 10 * MINUTE);
  const alert = around.find((r) => r.entry.kind === 'alert' && !isRecoveryAlert(r));
  const word = around.find(
    (r) =>
      r.entry.kind === 'message' &&
      r.at <= now.declaredAt &&
      has(r, 'symptom') &&
      !has(r, 'ruled-out', 'acting') &&
      r.topic.size >= 2,
  );
  const isHeardFirst = word !== undefined && (alert === undefined || word.at < alert.at);
  const signs = (isHeardFirst ? [word, alert] : [alert]).filter((r): r is Reading => r !== undefined);
  return signs.map((r) =>
    r.entry.kind === 'alert'
      ? { ...claimFrom('detection', r), status: 'stated' as const }
      : claimFrom('detection', r),
  );
}

export function detectionQuestions(now: Case, detection: readonly Claim[]): readonly Question[] {
  if (detection.length > 0) return [];
  return [
    {
      id: 'detected-at',
      slot: 'detected_at',
      ask: 'How was it noticed, by whom or what, and when?',
      to: now.incident.declaredBy,
      about: [],
    },
  ];
}
