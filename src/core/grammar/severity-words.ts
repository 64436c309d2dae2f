import type { Severity } from '../incident/incident.js';
import { SEVERITIES } from '../incident/incident.js';
import { splitTail } from './edges.js';

const WORDS = ['one', 'two', 'three', 'four', 'five'];

/** A number or number word as people write it (`1`, `one`), or null when it is no severity. */
function severityOf(said: string): Severity | null {
  const word = WORDS.indexOf(said.toLowerCase());
  const number = word >= 0 ? word + 1 : Number(said);
  return SEVERITIES.find((severity) => severity === number) ?? null;
}

const ARGUMENT =
  /^(?:(?:to|is|=)\s*)?(?:sev(?:erity)?|p|s)?[\s:#=_‐-―-]*(\d+|one|two|three|four|five)(?:[?.!,:;)‐-―-]*)(?:\s+([\s\S]*))?$/i;

/** `1`, `SEV-1`, `sev: 1`, `one?`, `P1 because …`: the severity and what follows it, or null. */
export function readSeverity(text: string): { readonly severity: Severity; readonly reason: string } | null {
  const match = ARGUMENT.exec(text);
  const severity = severityOf(match?.[1] ?? '');
  if (!match || !severity) return null;
  return { severity, reason: (match[2] ?? '').replace(/^[-‐-―:,]+\s+/, '') };
}

const N = '([1-5]|one|two|three|four|five)';
const AT_END = new RegExp(
  `(?:^|[\\s,;–—-]+)[([]?(?:sev(?:erity)?[\\s:#=_‐-―-]*${N}|p([1-5]))[)\\]]?[?.!,;]*$`,
  'i',
);
const AT_START = new RegExp(
  `^[([]?(?:sev(?:erity)?[\\s:#=_‐-―-]*${N}|p([1-5]))(?:[)\\]]?\\s*[:|,‐-―-]+\\s*|[)\\]]\\s*|\\s+)`,
  'i',
);

/** A severity at the end of a title (`Checkout down sev 2`), and the title without it. */
export function severityAtEnd(text: string): { readonly severity: Severity; readonly text: string } | null {
  const [head, tail] = splitTail(text);
  const match = AT_END.exec(tail);
  const severity = severityOf(match?.[1] ?? match?.[2] ?? '');
  return match && severity ? { severity, text: head + tail.slice(0, match.index) } : null;
}

/** A severity at the start of a title (`SEV1: Checkout down`), and the title without it. */
export function severityAtStart(text: string): { readonly severity: Severity; readonly text: string } | null {
  const match = AT_START.exec(text);
  const severity = severityOf(match?.[1] ?? match?.[2] ?? '');
  return match && severity ? { severity, text: text.slice(match[0].length) } : null;
}
