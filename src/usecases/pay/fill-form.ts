import type { FormAsked } from '../../core/forms/form.js';
import { messageEntryId } from '../../core/ids.js';
import { questionNamed } from '../../core/incident/answered-question.js';
import type { Incident } from '../../core/incident/incident.js';
import { linesOf, type Section } from '../../core/postmortem/sections.js';
import type { Refusal } from '../../core/refusal.js';
import { namedBy } from '../../core/timeline/named-entry.js';
import { isOfferedBefore } from '../../core/timeline/offered-before.js';
import type { FormFilled } from '../../render/forms/form-view.js';
import type { Records } from '../ports.js';

export type Filled =
  | { readonly ok: true; readonly form: FormFilled }
  | { readonly ok: false; readonly refusal: Refusal };

const no = (refusal: Refusal): Filled => ({ ok: false, refusal });
const yes = (form: FormFilled): Filled => ({ ok: true, form });

/** A form that was asked for, with what the record knows for it; or why it cannot be. */
export async function fillForm(
  records: Records,
  asked: FormAsked,
  incident: Incident | null,
): Promise<Filled> {
  if (asked.name === 'declare') return yes(asked);
  if (incident === null) return no({ kind: 'not-an-incident-channel' });
  switch (asked.name) {
    case 'update':
    case 'task':
      return yes({ name: asked.name, incident });
    case 'statement':
      return fillStatement(records, asked, incident);
    case 'edit':
      return fillEdit(records, asked.code, incident);
    case 'answer':
      return fillAnswer(records, asked.question, incident);
    case 'section':
      return fillSection(records, asked.section, incident);
    case 'before': {
      const entries = (await records.entries(incident.id)).filter(isOfferedBefore);
      return entries.length === 0 ? no({ kind: 'nothing-before' }) : yes({ ...asked, incident, entries });
    }
  }
}

async function fillStatement(
  records: Records,
  asked: Extract<FormAsked, { name: 'statement' }>,
  incident: Incident,
): Promise<Filled> {
  const { message } = asked;
  const entry = message && (await records.entry(incident.id, messageEntryId(message.channel, message.ts)));
  if (entry?.redacted) return no({ kind: 'entry-fixed', why: 'redacted' });
  return yes({ ...asked, incident, at: null });
}

async function fillEdit(records: Records, code: string, incident: Incident): Promise<Filled> {
  const named = namedBy(code, await records.entries(incident.id));
  if (named.kind === 'none') return no({ kind: 'no-such-entry', code });
  if (named.kind === 'several') return no({ kind: 'entry-unclear', code, choices: named.choices });
  const { entry } = named;
  if (entry.redacted) return no({ kind: 'entry-fixed', why: 'redacted' });
  if (entry.withdrawn) return no({ kind: 'entry-fixed', why: 'withdrawn' });
  return yes({ name: 'edit', incident, entry });
}

async function fillSection(records: Records, section: Section, incident: Incident): Promise<Filled> {
  const postmortem = await records.postmortem(incident.id);
  if (!postmortem) return no({ kind: 'no-draft' });
  const lines = linesOf(postmortem.document, section);
  return lines.length === 0
    ? no({ kind: 'section-empty', section })
    : yes({ name: 'section', incident, section, lines });
}

async function fillAnswer(records: Records, said: string, incident: Incident): Promise<Filled> {
  const postmortem = await records.postmortem(incident.id);
  if (!postmortem) return no({ kind: 'no-draft' });
  const { questions } = postmortem.document;
  const question = questionNamed(said, questions);
  if (!question) return no({ kind: 'no-such-question', said, count: questions.length });
  return yes({ name: 'answer', incident, question });
}
