/** What a form says under a field when it is sent back. Nothing typed is lost: the form stays open. */
export const COMPLAINT = {
  blank: 'Write at least a word here.',
  ahead: 'This is still ahead. Choose a time that has passed.',
  noTime: 'Choose a time.',
  dayPassed: 'This day has passed. Choose today or later, or leave it empty.',
  notUnderstood: 'Choose one of the list.',
  outdated: 'This form is from an older version. Copy your words, close it and open it again.',
  notKept: 'Not saved yet: the database does not answer. Keep this open and send it again in a minute.',
} as const;

/** For a text of more characters than a field takes. */
export const tooLong = (most: number): string => `At most ${most} characters, please shorten it.`;
