/** Something in a written postmortem that does not agree with itself, or that nobody can check. */
export interface WrittenFinding {
  readonly rule: string;
  readonly text: string;
  /** Lines of the file it is about. */
  readonly lines: readonly number[];
}

/** `one, two and three` for people. */
export const quoted = (text: string, limit = 70): string =>
  `“${text.length <= limit ? text : `${text.slice(0, limit).replace(/\s+\S*$/, '')} …`}”`;
