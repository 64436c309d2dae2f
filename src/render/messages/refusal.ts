import type { Message } from '../../core/effects.js';
import { statusName } from '../../core/incident/naming.js';
import type { Refusal } from '../../core/refusal.js';
import { buttons, type CommandButton, context, fitsButton, message, sections } from '../blocks.js';
import { momentInWords, singleLine } from '../mrkdwn.js';
import { shortened } from '../split-text.js';
import { refusalInWords, STATUS_BUTTONS } from '../words.js';

/** A no that says what to do next, with buttons where a press is all that is missing. */
export function refused(refusal: Refusal): Message {
  const text = refusalInWords(refusal);
  const offered = offers(refusal);
  const tooLong = offered.some((button) => !fitsButton(button.command));
  const row = buttons(offered);
  const hint = tooLong ? 'The text is too long for a button: send it again behind the right word.' : '';
  return message(text, [...sections(text), ...row, ...context(hint)]);
}

function offers(refusal: Refusal): readonly CommandButton[] {
  switch (refusal.kind) {
    case 'unknown-verb':
      return unknownVerbOffers(refusal);
    case 'time-unclear':
      return refusal.choices.map(({ at, command }) => ({ label: momentInWords(at, refusal.zone), command }));
    case 'status-unclear':
      return STATUS_BUTTONS.map((status) => ({ label: statusName(status), command: `status ${status}` }));
    case 'person-missing':
      return refusal.verb === 'lead' ? [{ label: 'I take the lead', command: 'lead me' }] : [];
    case 'already-ended':
      return [{ label: 'Reopen', command: 'reopen' }];
    case 'not-an-incident-channel':
      return [{ label: 'Open incidents', command: 'list' }];
    case 'title-missing':
    case 'text-missing':
    case 'role-missing':
    case 'severity-unclear':
    case 'time-in-future':
    case 'still-open':
    case 'no-change':
      return [];
  }
}

/** Room for a title on a phone's button. */
const LABEL = 50;

function unknownVerbOffers(refusal: Extract<Refusal, { kind: 'unknown-verb' }>): readonly CommandButton[] {
  const meant = refusal.suggestion;
  const label = shortened(singleLine(refusal.text), LABEL);
  return [
    ...(meant === null
      ? []
      : [{ label: `Run “${meant}”`, command: corrected(refusal, meant), style: 'primary' as const }]),
    ...(refusal.inIncident ? [{ label: 'Save as note', command: `note ${refusal.text}` }] : []),
    { label: `Declare “${label}”`, command: `declare ${refusal.text}` },
  ];
}

/** The same words, the mistyped verb put right. */
function corrected(refusal: Extract<Refusal, { kind: 'unknown-verb' }>, meant: string): string {
  return `${meant} ${refusal.text.slice(refusal.said.length).trim()}`.trim();
}
