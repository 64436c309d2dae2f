import { fingerprint } from '../fingerprint.js';
import type { UserId } from '../ids.js';
import type { LoggedEvent } from '../incident/events.js';
import type { Claim, LostEdit, Postmortem } from './model.js';
import { type Section, withLines } from './sections.js';

/** A person's word on one line of the draft: it holds in every later draft. */
export interface DraftEdit {
  readonly section: Section;
  /** Id of the claim. */
  readonly claim: string;
  /** Null: the line is left out. */
  readonly text: string | null;
  /** Mark of the text that was edited, to notice when the record says something else by now. */
  readonly base: string;
  readonly by: UserId;
  readonly at: Date;
}

/** The edits of an incident's log; of two on one line the later holds. */
export function editsIn(log: readonly LoggedEvent[]): readonly DraftEdit[] {
  const last = new Map<string, DraftEdit>();
  for (const { event } of log) {
    if (event.kind !== 'draft-edited') continue;
    const { section, claim, text, base, by, at } = event;
    last.set(keyOf(section, claim), { section, claim, text, base, by, at });
  }
  return [...last.values()];
}

const keyOf = (section: Section, claim: string): string => `${section} ${claim}`;

/**
 * The draft with what people made of it. Their words stand in place of the line's own, with its sources; a line that
 * they left out stays out. An edit whose line is no longer there is not thrown away: it is listed as lost.
 */
export function withEdits(draft: Postmortem, edits: readonly DraftEdit[]): Postmortem {
  if (edits.length === 0) return draft;
  const open = new Map(edits.map((edit) => [keyOf(edit.section, edit.claim), edit]));
  const edited = withLines(draft, (claim, section) => {
    const edit = open.get(keyOf(section, claim.id));
    if (!edit) return claim;
    open.delete(keyOf(section, claim.id));
    return edit.text === null ? null : inWordsOf(edit, edit.text, claim);
  });
  const lost = [...open.values()].flatMap(lostEdit);
  return { ...edited, lostEdits: [...edited.lostEdits, ...lost] };
}

function inWordsOf(edit: DraftEdit, text: string, claim: Claim): Claim {
  const { by, at } = edit;
  const sourceChanged = fingerprint(claim.text) !== edit.base;
  return {
    ...claim,
    text,
    status: 'stated',
    edited: { by, at: at.toISOString(), sourceChanged, base: edit.base },
  };
}

function lostEdit({ section, text, by, at }: DraftEdit): readonly LostEdit[] {
  return text === null ? [] : [{ section, text, by, at: at.toISOString() }];
}
