import type { Declaration } from '../incident/commands.js';
import type { Severity } from '../incident/incident.js';
import type { ParseContext } from './context.js';
import { splitTail, trimmed } from './edges.js';
import { severityAtEnd, severityAtStart } from './severity-words.js';
import { sinceAtEnd } from './times.js';

/** Words before which a final `private` belongs to the sentence: "bucket is no longer private". */
const MAKES_A_SENTENCE =
  /(?:^|\s)(?:is|isn't|are|was|were|be|been|not|longer|made|make|the|a|an|and|or|of|to)$/i;
/** "private: keys leaked", "[private] keys leaked": meant to be hidden, so it is. */
const PRIVATE_FIRST = /^(?:[([]private[)\]]|private\s*[:‐-―|-])\s*(?=\S)/i;
const PRIVATE = /(?:^|[\s,;‐-―-]+)(?:--|[([])?private[)\]]?[.!,;]*$/i;

/**
 * `TITLE [sev N] [private] [since WHEN]`, the options in any order at the end. What cannot be read as an
 * option stays in the title, which is kept as it was written. Null without a title.
 */
export function readDeclaration(text: string, context: ParseContext): Omit<Declaration, 'origin'> | null {
  let title = trimmed(text);
  let severity: Severity | null = null;
  let isPrivate = false;
  let startedAt: Date | null = null;

  for (let before = ''; before !== title; ) {
    before = title;
    const rated: ReturnType<typeof severityAtEnd> = severity === null ? severityAtEnd(title) : null;
    if (rated) {
      severity = rated.severity;
      title = trimmed(rated.text);
    }
    const hidden: string | null = isPrivate ? null : withoutPrivate(title);
    if (hidden !== null) {
      isPrivate = true;
      title = hidden;
    }
    const dated: ReturnType<typeof sinceAtEnd> = startedAt === null ? sinceAtEnd(title, context) : null;
    if (dated) {
      startedAt = dated.at;
      title = dated.text;
    }
  }
  const rated = severity === null ? severityAtStart(title) : null;
  if (rated && hasVisible(rated.text)) {
    severity = rated.severity;
    title = trimmed(rated.text);
  }
  return hasVisible(title)
    ? { title, severity, private: isPrivate, startedAt, drill: false, impact: '' }
    : null;
}

function withoutPrivate(text: string): string | null {
  if (PRIVATE_FIRST.test(text)) return trimmed(text.replace(PRIVATE_FIRST, ''));
  const [head, tail] = splitTail(text);
  const match = PRIVATE.exec(tail);
  if (!match) return null;
  const before = head + tail.slice(0, match.index);
  return MAKES_A_SENTENCE.test(before.slice(-20)) ? null : trimmed(before);
}

/** False for a text of blanks, controls and invisible marks only. */
export const hasVisible = (text: string): boolean => /[^\s\p{C}\p{Z}\u115f\u1160\u3164]/u.test(text);
