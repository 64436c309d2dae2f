import { userText } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';

/** The echo is there to be recognised, not to be read again. */
const ECHO = 600;

/** What was said, as mrkdwn; where it is long, that it is saved whole. */
export function echo(text: string, naming: Naming): string {
  const shown = shortened(userText(text, naming), ECHO);
  return shown.endsWith('…') && text.length > ECHO
    ? `${shown} (all ${text.length} characters are saved)`
    : shown;
}
