import type { View } from '../../core/effects.js';
import type { FormAsked, MessageRef } from '../../core/forms/form.js';
import type { StatedKind } from '../../core/incident/events.js';
import type { Incident } from '../../core/incident/incident.js';
import { isOpen, SEVERITIES } from '../../core/incident/incident.js';
import { statusName } from '../../core/incident/naming.js';
import type { Claim } from '../../core/postmortem/model.js';
import type { Section } from '../../core/postmortem/sections.js';
import { durationInWords, MINUTE } from '../../core/time/duration.js';
import { instantOf } from '../../core/time/stamp.js';
import type { TimelineEntry } from '../../core/timeline/entry.js';
import { entryCode } from '../../core/timeline/entry-code.js';
import { type Block, context, sections } from '../blocks.js';
import { INPUT_TEXT, VIEW_TITLE } from '../limits.js';
import { singleLine, userText } from '../mrkdwn.js';
import { forOnePerson } from '../names.js';
import { shortened } from '../split-text.js';
import { STATUS_BUTTONS, titleLine } from '../words.js';
import { beforeBlocks } from './before-blocks.js';
import { FIELD, formCallback, NEXT_IN, PRIVATE } from './fields.js';
import { boxesField, choiceField, dayField, momentField, personField, textField } from './inputs.js';
import { lineBlocks } from './line-blocks.js';
import { type FormMemory, memoryText, NOTHING_REMEMBERED } from './memory.js';
import { mentionsNamed } from './mentions.js';
import { NOWHERE, type Opened, rememberedPlace } from './opened.js';
import { STATEMENTS } from './statement-options.js';

/** A form that was asked for, with what the record knows for it. */
export type FormFilled =
  | Extract<FormAsked, { name: 'declare' }>
  | { readonly name: 'update'; readonly incident: Incident }
  | { readonly name: 'task'; readonly incident: Incident }
  | {
      readonly name: 'statement';
      readonly incident: Incident;
      readonly what: StatedKind;
      readonly message: (MessageRef & { readonly text: string }) | null;
      /** Null: the message's time, or none. */
      readonly at: Date | null;
    }
  | { readonly name: 'edit'; readonly incident: Incident; readonly entry: TimelineEntry }
  | {
      readonly name: 'answer';
      readonly incident: Incident;
      readonly question: { readonly id: string; readonly ask: string };
    }
  | {
      readonly name: 'section';
      readonly incident: Incident;
      readonly section: Section;
      readonly lines: readonly Claim[];
    }
  /** Entries from before the declaration, oldest first. */
  | { readonly name: 'before'; readonly incident: Incident; readonly entries: readonly TimelineEntry[] };

/** The form as Slack draws it. `opened`: where and by what, so that the answer goes there too. */
export function openedForm(form: FormFilled, opened: Opened = NOWHERE): View {
  switch (form.name) {
    case 'declare':
      return view(form.name, 'Declare an incident', 'Declare', rememberedPlace(null, opened), [
        textField({
          field: FIELD.title,
          label: 'What is wrong?',
          initial: singleLine(form.title),
          isRequired: true,
          isFirst: true,
        }),
        choiceField({
          field: FIELD.severity,
          label: 'Severity',
          options: SEVERITIES.map((severity) => ({
            value: String(severity),
            text: severityOption(severity),
          })),
        }),
        momentField({ field: FIELD.startedAt, label: 'When did it start?' }),
        textField({ field: FIELD.impact, label: 'Who is affected, and how?', isLong: true }),
        boxesField({
          field: FIELD.privacy,
          label: 'Who may see it',
          options: [{ value: PRIVATE, text: 'Private: only those who are invited' }],
          areTicked: false,
        }),
      ]);
    case 'update':
      return view(form.name, 'Post an update', 'Post', remembered(form.incident, opened), [
        ...heading(form.incident),
        textField({
          field: FIELD.text,
          label: 'Where do things stand?',
          isLong: true,
          isRequired: true,
          isFirst: true,
        }),
        ...statusField(form.incident),
        ...(isOpen(form.incident) ? [nextField()] : []),
      ]);
    case 'task':
      return view(form.name, 'Add a follow-up', 'Add', remembered(form.incident, opened), [
        ...heading(form.incident),
        textField({
          field: FIELD.text,
          label: 'What is to be done?',
          isLong: true,
          isRequired: true,
          isFirst: true,
        }),
        personField({ field: FIELD.owner, label: 'Who does it?' }),
        dayField({ field: FIELD.due, label: 'By when?' }),
      ]);
    case 'statement':
      return statementView(form, opened);
    case 'edit':
      return editView(form, opened);
    case 'answer': {
      const memory = { ...remembered(form.incident, opened), question: form.question.id };
      return view(form.name, 'Answer a question', 'Save', memory, [
        ...heading(form.incident),
        ...sections(shortened(userText(form.question.ask, forOnePerson(opened.people)), INPUT_TEXT)),
        textField({ field: FIELD.text, label: 'Your answer', isLong: true, isRequired: true, isFirst: true }),
      ]);
    }
    case 'section': {
      const memory = { ...remembered(form.incident, opened), section: form.section };
      return view(form.name, 'Edit the draft', 'Save', memory, [
        ...heading(form.incident),
        ...lineBlocks(form.section, form.lines),
      ]);
    }
    case 'before':
      return view(form.name, 'Before the declaration', 'Keep these', remembered(form.incident, opened), [
        ...heading(form.incident),
        ...beforeBlocks(form.entries, form.incident, opened.people),
      ]);
  }
}

function statementView(form: Extract<FormFilled, { name: 'statement' }>, opened: Opened): View {
  const at = form.at ?? (form.message === null ? null : instantOf(form.message.ts));
  const { text, named } = mentionsNamed(form.message?.text ?? '', opened.people);
  const memory: FormMemory = {
    ...remembered(form.incident, opened),
    named,
    message: form.message && {
      channel: form.message.channel,
      ts: form.message.ts,
      threadTs: form.message.threadTs,
    },
    at: at?.getTime() ?? null,
  };
  return view(form.name, 'Add to the timeline', 'Add', memory, [
    ...heading(form.incident),
    choiceField({
      field: FIELD.what,
      label: 'What is it?',
      options: STATEMENTS,
      initial: form.what,
      isRequired: true,
    }),
    momentField({
      field: FIELD.at,
      label: 'When was it?',
      initial: at,
      ...(at === null ? { hint: 'Now, if you leave it empty.' } : {}),
    }),
    textField({
      field: FIELD.text,
      label: 'What happened?',
      initial: text,
      isLong: true,
      isRequired: true,
      isFirst: true,
    }),
  ]);
}

function editView(form: Extract<FormFilled, { name: 'edit' }>, opened: Opened): View {
  const { entry } = form;
  const { text, named } = mentionsNamed(entry.text, opened.people);
  const isTooLong = text.length > INPUT_TEXT;
  const isTextOptional = isTooLong || text.trim() === '';
  const memory: FormMemory = {
    ...remembered(form.incident, opened),
    entry: entry.id,
    at: entry.occurredAt.getTime(),
    isTextOptional,
    named,
  };
  return view(form.name, `Edit ${entryCode(entry.id)}`, 'Save', memory, [
    ...heading(form.incident),
    textField({
      field: FIELD.text,
      label: 'What happened?',
      initial: isTooLong ? '' : text,
      isLong: true,
      isRequired: !isTextOptional,
      ...(isTooLong
        ? {
            hint: `Its ${entry.text.length} characters do not fit here and stay as they are, unless you write others.`,
          }
        : {}),
    }),
    momentField({ field: FIELD.at, label: 'When was it?', initial: entry.occurredAt, isRequired: true }),
  ]);
}

/** `memory` and `blocks` in the frame that all forms have. */
function view(
  name: FormFilled['name'],
  title: string,
  submit: string,
  memory: FormMemory,
  blocks: readonly Block[],
): View {
  const plain = (text: string) => ({ type: 'plain_text', text: shortened(text, VIEW_TITLE), emoji: true });
  return {
    type: 'modal',
    callback_id: formCallback(name),
    title: plain(title),
    submit: plain(submit),
    close: plain('Cancel'),
    private_metadata: memoryText(memory),
    blocks,
  };
}

function remembered(incident: Incident, opened: Opened): FormMemory {
  return { ...NOTHING_REMEMBERED, ...rememberedPlace(incident, opened), incident: incident.number };
}

/** Which incident it is about: one line, since forms open over any channel. */
const heading = (incident: Incident): readonly Block[] =>
  context(`${titleLine(incident, forOnePerson(new Map()))}${incident.private ? ' · private' : ''}`);

function severityOption(severity: number): string {
  if (severity === 1) return 'SEV1 (worst)';
  return severity === SEVERITIES.length ? `SEV${severity} (least)` : `SEV${severity}`;
}

/** The statuses that it does not have; none of them once it has ended. */
function statusField(incident: Incident): readonly Block[] {
  if (!isOpen(incident)) return [];
  const options = STATUS_BUTTONS.filter((status) => status !== incident.status).map((status) => ({
    value: status,
    text: statusName(status),
  }));
  const hint = `It stays ${statusName(incident.status)}, if you choose none.`;
  return [choiceField({ field: FIELD.status, label: 'New status', options, hint })];
}

const nextField = (): Block =>
  choiceField({
    field: FIELD.nextIn,
    label: 'Next update in',
    options: NEXT_IN.map((minutes) => ({ value: String(minutes), text: durationInWords(minutes * MINUTE) })),
  });
