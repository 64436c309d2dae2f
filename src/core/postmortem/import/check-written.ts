import { checkMeasures } from './check-measures.js';
import { checkTimes } from './check-times.js';
import { checkWords } from './check-words.js';
import type { WrittenFinding } from './finding.js';
import type { WrittenPostmortem } from './written.js';

/** What in a written postmortem does not agree with itself, or cannot be checked: proposed to its author, never changed. */
export function checkWritten(document: WrittenPostmortem): readonly WrittenFinding[] {
  return [...checkTimes(document), ...checkWords(document), ...checkMeasures(document)];
}
