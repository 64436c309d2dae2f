import type { Check } from '../../core/doctor/check.js';
import type { Message } from '../../core/effects.js';
import { message, sectionsOfLines } from '../blocks.js';
import { counted } from '../counted.js';
import { escaped, singleLine } from '../mrkdwn.js';
import { shortened } from '../split-text.js';

const ORDER = ['bad', 'warn', 'ok'] as const satisfies readonly Check['verdict'][];
const MARKS: Readonly<Record<Check['verdict'], string>> = {
  bad: ':red_circle:',
  warn: ':large_yellow_circle:',
  ok: ':large_green_circle:',
};

const NAME = 60;
/** Ten checks with all their words, and more than ten with less to say, fit in a message. */
const WORDS = 360;
const SHOWN = 14;

/** The bot's own health: first whether anything needs doing, then what is wrong, each with what to do. */
export function doctorReport(checks: readonly Check[]): Message {
  const sorted = ORDER.flatMap((verdict) => checks.filter((check) => check.verdict === verdict));
  const lines = sorted.slice(0, SHOWN).map(lineOf);
  const more = sorted.length > SHOWN ? [`${sorted.length - SHOWN} more are not shown.`] : [];
  const all = [summary(checks), ...lines, ...more];
  return message(all.join('\n'), sectionsOfLines(all));
}

function summary(checks: readonly Check[]): string {
  const bad = checks.filter((check) => check.verdict === 'bad').length;
  const warn = checks.filter((check) => check.verdict === 'warn').length;
  if (bad + warn === 0) return `*Nothing needs doing.* ${counted(checks.length, 'check')}, all fine.`;
  const look = `${counted(warn, 'thing')} to look at`;
  if (bad === 0) return `*Nothing is broken*, ${look}.`;
  return `*${counted(bad, 'thing')} ${bad === 1 ? 'needs' : 'need'} doing*${warn === 0 ? '' : `, ${look}`}.`;
}

function lineOf(check: Check): string {
  const words = (text: string): string => shortened(escaped(singleLine(text)), WORDS);
  const name = shortened(escaped(singleLine(check.name)).replace(/[*`]/g, ''), NAME) || 'Check';
  const found = `${MARKS[check.verdict]} *${name}*: ${words(check.found)}`;
  return check.fix === null || check.fix.trim() === '' ? found : `${found}\n→ ${words(check.fix)}`;
}
