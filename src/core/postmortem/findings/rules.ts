import type { FindingSeverity } from '../model.js';
import { blame } from './blame.js';
import { causeBeforeFound } from './cause-before-found.js';
import { actionWithoutCause, causeWithoutAction } from './coverage.js';
import { doneAndToDo } from './done-and-to-do.js';
import { dueBeforeIncident } from './due-before-incident.js';
import { failedStepAgain } from './failed-step-again.js';
import { fullWhileRecovering } from './full-while-recovering.js';
import { garbledText } from './garbled-text.js';
import { impliedBase } from './implied-base.js';
import { impossibleZoneLabel } from './impossible-zone-label.js';
import { incompleteActions } from './incomplete-actions.js';
import { lengthAgainstWindow } from './length-against-window.js';
import { longSilence } from './long-silence.js';
import type { Found, Matter } from './matter.js';
import { neverUndone } from './never-undone.js';
import { neverVerified } from './never-verified.js';
import { notInRecord } from './not-in-record.js';
import { onsetIsDetection } from './onset-is-detection.js';
import { recurringAndDue } from './recurring-and-due.js';
import { restoredWithoutData } from './restored-without-data.js';
import { rowOutsideWindow } from './row-outside-window.js';
import { ruledOutCause } from './ruled-out-cause.js';
import { secretLeft } from './secret-left.js';
import { totalAgainstShare } from './total-against-share.js';
import { twoFigures } from './two-figures.js';
import { twoStarts } from './two-starts.js';
import { unfinishedSentence } from './unfinished-sentence.js';
import { unquantifiedLoss } from './unquantified-loss.js';
import { unsourcedVerdict } from './unsourced-verdict.js';

/** One check: what it is called, how much it matters, which slot of the document a person answers it in. */
export interface Rule {
  readonly name: string;
  readonly severity: FindingSeverity;
  readonly slot: string;
  /** Also holds for the short note of a cancelled incident. */
  readonly always?: true;
  readonly find: (matter: Matter) => readonly Found[];
}

/** In order of weight, within each severity. */
export const RULES: readonly Rule[] = [
  { name: 'secret-left', severity: 'error', slot: 'record', always: true, find: secretLeft },
  { name: 'not-in-record', severity: 'error', slot: 'record', always: true, find: notInRecord },
  { name: 'due-before-incident', severity: 'error', slot: 'due', always: true, find: dueBeforeIncident },
  { name: 'ruled-out-cause', severity: 'error', slot: 'root_cause', find: ruledOutCause },
  { name: 'row-outside-window', severity: 'warn', slot: 'started_at', find: rowOutsideWindow },
  { name: 'total-against-share', severity: 'warn', slot: 'impact', find: totalAgainstShare },
  { name: 'full-while-recovering', severity: 'warn', slot: 'impact', find: fullWhileRecovering },
  { name: 'two-figures', severity: 'warn', slot: 'impact', find: twoFigures },
  { name: 'two-starts', severity: 'warn', slot: 'started_at', find: twoStarts },
  { name: 'length-against-window', severity: 'warn', slot: 'started_at', find: lengthAgainstWindow },
  { name: 'failed-step-again', severity: 'warn', slot: 'actions', find: failedStepAgain },
  { name: 'done-and-to-do', severity: 'warn', slot: 'actions', find: doneAndToDo },
  { name: 'blame', severity: 'warn', slot: 'root_cause', find: blame },
  { name: 'never-verified', severity: 'warn', slot: 'resolution', find: neverVerified },
  { name: 'never-undone', severity: 'warn', slot: 'left_over', find: neverUndone },
  { name: 'restored-without-data', severity: 'warn', slot: 'data_loss', find: restoredWithoutData },
  { name: 'cause-before-found', severity: 'warn', slot: 'root_cause', find: causeBeforeFound },
  { name: 'impossible-zone-label', severity: 'warn', slot: 'started_at', find: impossibleZoneLabel },
  { name: 'unfinished-sentence', severity: 'warn', slot: 'impact', find: unfinishedSentence },
  { name: 'unquantified-loss', severity: 'info', slot: 'impact', find: unquantifiedLoss },
  { name: 'implied-base', severity: 'info', slot: 'impact', find: impliedBase },
  { name: 'onset-is-detection', severity: 'info', slot: 'started_at', find: onsetIsDetection },
  { name: 'recurring-and-due', severity: 'info', slot: 'due', find: recurringAndDue },
  { name: 'cause-without-action', severity: 'info', slot: 'actions', find: causeWithoutAction },
  { name: 'action-without-cause', severity: 'info', slot: 'actions', find: actionWithoutCause },
  { name: 'unsourced-verdict', severity: 'info', slot: 'resolution', find: unsourcedVerdict },
  { name: 'long-silence', severity: 'info', slot: 'timeline', find: longSilence },
  { name: 'garbled-text', severity: 'info', slot: 'record', always: true, find: garbledText },
  { name: 'incomplete-actions', severity: 'info', slot: 'owner', find: incompleteActions },
];
