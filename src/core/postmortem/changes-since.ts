import type { DraftChange, Postmortem } from './model.js';
import { allLines } from './sections.js';

/**
 * What is new in a draft against the one before. A line that is gone is not quoted: it may be gone because its
 * words were taken back.
 */
export function changesSince(before: Postmortem, after: Postmortem): Postmortem['changes'] {
  const keyOf = ({ section, claim }: ReturnType<typeof allLines>[number]): string => `${section} ${claim.id}`;
  const old = new Map(allLines(before).map((line) => [keyOf(line), line.claim.text]));
  const now = new Set(allLines(after).map(keyOf));
  const lines: DraftChange[] = [];
  for (const line of allLines(after)) {
    const { section, claim } = line;
    const was = old.get(keyOf(line));
    if (was === claim.text) continue;
    lines.push({ kind: was === undefined ? 'added' : 'changed', section, claim: claim.id, text: claim.text });
  }
  for (const line of allLines(before)) {
    if (now.has(keyOf(line))) continue;
    lines.push({ kind: 'gone', section: line.section, claim: line.claim.id, text: null });
  }
  return { since: before.version, lines };
}
