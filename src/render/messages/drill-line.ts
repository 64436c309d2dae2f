import { simulatedName } from '../../core/drill/simulated.js';
import type { Message } from '../../core/effects.js';
import { message, sections } from '../blocks.js';
import { bold, escaped, singleLine, userText } from '../mrkdwn.js';
import { byName } from '../names.js';
import { shortened } from '../split-text.js';

const NAME = 60;
const TEXT = 2500;

/** A line of a practice script, which we say for somebody who does not exist. Everybody reads it: nobody is pinged. */
export function drillLine(by: string, text: string): Message {
  const said = shortened(userText(text, byName(new Map())).trim(), TEXT);
  const line = `${bold(escaped(simulatedName(shortened(singleLine(by), NAME))))}: ${said}`;
  return message(line, sections(line));
}
