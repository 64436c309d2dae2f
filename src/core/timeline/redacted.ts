/** What stands in place of words that were removed for good. */
export const REDACTED = '[redacted]';
