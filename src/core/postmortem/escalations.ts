import type { UserId } from '../ids.js';
import { between, type Case, MINUTE, ofKind } from './case.js';
import { commandText } from './command-text.js';
import type { Claim } from './model.js';
import { claimFrom, has, isVouched, type Reading } from './reading.js';
import { shared } from './topic.js';

const STRONG =
  /\b(?:escalat(?:e|ed|ing)|pull(?:ing|ed)? in|call(?:ed|ing)? (?:[\w@<>' -]{1,40} )?in|pag(?:ed|ing)|loop(?:ed|ing)? in|brought in|bringing in|handed (?:over )?to|woke(?: up)?|waking)\b|\brang (?:the|up)\b|calling up|called up|eskalier|aus dem bett|geweckt|r[ée]veill|despert[éeo]|叫醒|escalad|escal(?:o|amos|ando)|エスカレ|応援|入ってもら|升级给|上报|hinzugezogen/iu;
const NOT_YET = /\b(?:not|n't|no need to|should (?:we|i)) (?:yet )?(?:escalat|pag)/i;
/** At most this many are told. */
const MOST = 6;
const SOON = 20 * MINUTE;
/** The same call is spoken of twice within this time. */
const SAME = 4 * MINUTE;

/** Who was called for help, and when. Of a message and a note about the same call, the note. */
export function escalationsOf(now: Case): readonly Claim[] {
  return escalationReadings(now).map((r) => {
    const claim = claimFrom('escalation', r);
    return { ...claim, text: commandText(now, r) ?? claim.text };
  });
}

export function escalationReadings(now: Case): readonly Reading[] {
  const end = now.endedAt ?? Number.POSITIVE_INFINITY;
  const bringing = bringersOf(now);
  const calls = now.readings.filter(
    (r) =>
      ['message', 'note', 'decision', 'alert'].includes(r.entry.kind) &&
      r.at <= end &&
      !r.asks &&
      r.at >= now.declaredAt - 15 * MINUTE &&
      isCall(now, r, bringing),
  );
  const commands = ofKind(now.readings, 'escalated').filter((r) => r.at <= end);
  const ranked = [...commands, ...calls]
    .map((call) => ({ call, rank: rank(call, bringing) }))
    .toSorted((one, other) => other.rank - one.rank || one.call.at - other.call.at);
  const kept: Reading[] = [];
  for (const { call } of ranked) {
    if (kept.length === MOST) break;
    const isSame =
      call.entry.kind !== 'escalated' &&
      kept.some(
        (other) =>
          Math.abs(other.at - call.at) <= SAME ||
          (Math.abs(other.at - call.at) <= 30 * MINUTE && shared(other.topic, call.topic) >= 3),
      );
    if (!isSame) kept.push(call);
  }
  return kept.sort((one, other) => one.at - other.at);
}

/** It says so, or somebody whom it names joins soon afterwards. */
function isCall(now: Case, r: Reading, bringing: ReadonlySet<Reading>): boolean {
  if (has(r, 'follow-up') || NOT_YET.test(r.text)) return false;
  if (r.entry.kind === 'alert') return has(r, 'escalated') && r.at > now.declaredAt;
  if (has(r, 'escalated') && (isVouched(r) || STRONG.test(r.text))) return true;
  return bringing.has(r) && (has(r, 'escalated') || isVouched(r) || r.topic.size >= 3);
}

/** Those that name somebody, by mention or by name, who had said nothing yet and joins soon afterwards: a call in any language. */
function bringersOf(now: Case): ReadonlySet<Reading> {
  const firstWords = new Map<UserId, number>();
  for (const { speaker, at } of now.readings)
    if (speaker !== null && !firstWords.has(speaker)) firstWords.set(speaker, at);
  return new Set(
    ofKind(now.readings, 'joined').flatMap(({ speaker, at }) =>
      speaker === null || (firstWords.get(speaker) ?? at) < at - SOON
        ? []
        : between(now.readings, at - SOON, at).filter(
            (r) => r.speaker !== speaker && r.at <= (firstWords.get(speaker) ?? at) && names(now, r, speaker),
          ),
    ),
  );
}

function names(now: Case, r: Reading, user: UserId): boolean {
  if (r.entry.text.includes(`<@${user}`)) return true;
  const name = now.nameOf(user);
  if (name === 'somebody' || name.length < 2) return false;
  const at = r.text.indexOf(name);
  return at >= 0 && (/[^\p{Script=Latin}]/u.test(name) || isWhole(r.text, at, name.length));
}

const isWhole = (text: string, at: number, length: number): boolean =>
  !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + length] ?? ' ');

const rank = (r: Reading, bringing: ReadonlySet<Reading>): number =>
  (r.entry.kind === 'escalated' ? 8 : isVouched(r) ? 4 : 0) +
  (bringing.has(r) ? 1.5 : 0) +
  (STRONG.test(r.text) ? 1 : 0) +
  (r.text.includes('@') ? 0.5 : 0) +
  (r.entry.kind === 'alert' ? -3 : 0);
