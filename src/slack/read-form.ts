import { z } from 'zod';
import type { FormDelivery, ReceivedDelivery } from '../core/delivery.js';
import type { ReplyTarget } from '../core/effects.js';
import type { Form } from '../core/forms/form.js';
import {
  channelId,
  deliveryKey,
  type EntryId,
  entryId,
  messageTs,
  type UserId,
  userId,
  workspaceId,
} from '../core/ids.js';
import { STATED_KINDS } from '../core/incident/events.js';
import { SEVERITIES } from '../core/incident/incident.js';
import { SECTIONS } from '../core/postmortem/sections.js';
import { instantOf } from '../core/time/stamp.js';
import { COMPLAINT } from '../render/forms/complaints.js';
import {
  claimOfField,
  FIELD,
  formOfCallback,
  keepField,
  mainField,
  NEXT_IN,
  PRIVATE,
} from '../render/forms/fields.js';
import { type FormMemory, readMemory } from '../render/forms/memory.js';
import { STATUS_BUTTONS } from '../render/words.js';
import { fieldChecks, type SentBack } from './field-checks.js';
import { type FormAnswers, formAnswers, ViewState } from './form-answers.js';

/** A form that was sent off: to be kept, to be sent back with a complaint for each field, or none of ours. */
export type FormReading =
  | {
      readonly kind: 'keep';
      readonly received: Omit<ReceivedDelivery, 'receivedAt'> & { delivery: FormDelivery };
    }
  | { readonly kind: 'form-errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'bolt' };

const Submission = z.object({
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    team_id: z.string().nullish(),
    app_installed_team_id: z.string().nullish(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: ViewState,
    blocks: z.array(z.unknown()).nullish().catch(null),
  }),
});
type Submission = z.infer<typeof Submission>;

/** An input with boxes: what it offered comes back in the view that Slack hands in with the form. */
const Boxes = z.object({
  block_id: z.string(),
  element: z.object({ options: z.array(z.object({ value: z.string() })) }),
});

/** Reads a `view_submission`; `now` is when it arrived. Never throws. */
export function readForm(body: unknown, now: Date): FormReading {
  const parsed = Submission.safeParse(body);
  if (!parsed.success) return { kind: 'none', why: 'malformed form' };
  const { team, user, view } = parsed.data;
  const name = formOfCallback(view.callback_id);
  if (name === null) return { kind: 'bolt' };
  // In a channel shared with another organisation `team` is the sender's; we are installed in this one.
  const workspace = view.app_installed_team_id ?? team?.id ?? view.team_id;
  if (!workspace) return { kind: 'none', why: 'a form of no workspace' };
  const memory = readMemory(view.private_metadata);
  const answers = formAnswers(view.state);
  const form = memory && read(name, { memory, answers, view, now });
  if (memory === null || form === null) {
    return { kind: 'form-errors', errors: { [mainField(name)]: COMPLAINT.outdated } };
  }
  if ('errors' in form) return { kind: 'form-errors', errors: form.errors };
  const sender = userId(user.id);
  const delivery: FormDelivery = {
    kind: 'form',
    form,
    user: sender,
    channel: memory.channel === null ? null : channelId(memory.channel),
    replyTo: answerTo(memory, sender),
    masked: answers.masked,
  };
  return {
    kind: 'keep',
    received: { workspace: workspaceId(workspace), key: deliveryKey(`view:${view.id}`), delivery },
  };
}

function answerTo(memory: FormMemory, user: UserId): ReplyTarget {
  if (memory.channel === null) return { kind: 'direct', user };
  const channel = channelId(memory.channel);
  if (memory.answerUrl !== null) return { kind: 'response-url', url: memory.answerUrl, channel, user };
  return {
    kind: 'ephemeral',
    channel,
    user,
    threadTs: memory.thread === null ? null : messageTs(memory.thread),
  };
}

interface Filled {
  readonly memory: FormMemory;
  readonly answers: FormAnswers;
  readonly view: Submission['view'];
  readonly now: Date;
}

/** The form, or what is to be put right in it; null when it does not remember what it is about. */
function read(name: Form['name'], filled: Filled): Form | SentBack | null {
  const { memory, answers, now } = filled;
  const check = fieldChecks(answers, now, memory.named);
  switch (name) {
    case 'declare': {
      const title = check.text(FIELD.title);
      const startedAt = check.past(FIELD.startedAt, null);
      const impact = check.text(FIELD.impact, 'optional');
      return check.passed({
        name,
        title,
        severity: SEVERITIES.find((severity) => String(severity) === answers.choice(FIELD.severity)) ?? null,
        private: answers.ticked(FIELD.privacy).includes(PRIVATE),
        startedAt,
        impact,
      });
    }
    case 'before':
      return memory.incident === null ? null : { name, incident: memory.incident, ...chosenOf(filled) };
    case 'section': {
      const section = SECTIONS.find((one) => one === memory.section);
      if (memory.incident === null || section === undefined) return null;
      return check.passed({ name, incident: memory.incident, section, lines: linesOf(filled, check) });
    }
    case 'answer': {
      if (memory.incident === null || memory.question === null) return null;
      const text = check.text(FIELD.text);
      return check.passed({ name, incident: memory.incident, question: memory.question, text });
    }
    case 'update': {
      if (memory.incident === null) return null;
      return check.passed({
        name,
        incident: memory.incident,
        text: check.text(FIELD.text),
        status: STATUS_BUTTONS.find((status) => status === answers.choice(FIELD.status)) ?? null,
        nextIn: NEXT_IN.find((minutes) => String(minutes) === answers.choice(FIELD.nextIn)) ?? null,
      });
    }
    case 'task': {
      if (memory.incident === null) return null;
      const owner = answers.person(FIELD.owner);
      return check.passed({
        name,
        incident: memory.incident,
        text: check.text(FIELD.text),
        owner: owner === null ? null : userId(owner),
        due: check.dayToCome(FIELD.due),
      });
    }
    case 'statement':
      return readStatement(filled);
    case 'edit': {
      if (memory.incident === null || memory.entry === null) return null;
      const text = check.text(FIELD.text, memory.isTextOptional ? 'optional' : 'required');
      const at = check.past(FIELD.at, memory.at);
      if (at === null) check.complain(FIELD.at, COMPLAINT.noTime);
      return check.passed({
        name,
        incident: memory.incident,
        entry: entryId(memory.entry),
        text,
        at: at ?? now,
      });
    }
  }
}

function readStatement({ memory, answers, now }: Filled): Form | SentBack | null {
  if (memory.incident === null) return null;
  const check = fieldChecks(answers, now, memory.named);
  const chosen = answers.choice(FIELD.what);
  const what = [...STATED_KINDS, 'task' as const].find((kind) => kind === chosen);
  if (what === undefined) check.complain(FIELD.what, COMPLAINT.notUnderstood);
  const message = memory.message && {
    channel: channelId(memory.message.channel),
    ts: messageTs(memory.message.ts),
    threadTs: memory.message.threadTs === null ? null : messageTs(memory.message.threadTs),
  };
  const at = check.past(FIELD.at, memory.at) ?? (message && instantOf(message.ts));
  const text = check.text(FIELD.text);
  return check.passed({
    name: 'statement',
    incident: memory.incident,
    what: what ?? 'note',
    text,
    at,
    message,
  });
}

/** Every line that the form showed, with what stands in its field now. */
function linesOf({ view }: Filled, check: ReturnType<typeof fieldChecks>) {
  return (view.blocks ?? []).flatMap((raw) => {
    const field = z.object({ block_id: z.string() }).safeParse(raw).data?.block_id ?? '';
    const claim = claimOfField(field);
    return claim === null ? [] : [{ claim, text: check.text(field, 'optional') }];
  });
}

/** What was offered, and what of it stays ticked. */
function chosenOf({ answers, view }: Filled): { offered: readonly EntryId[]; keep: readonly EntryId[] } {
  const fields = (view.blocks ?? []).flatMap((raw) => {
    const block = Boxes.safeParse(raw);
    return block.success && block.data.block_id.startsWith(KEEP) ? [block.data] : [];
  });
  const offered = fields.flatMap(({ element }) => element.options.map(({ value }) => value));
  const ticked = new Set(fields.flatMap(({ block_id }) => answers.ticked(block_id)));
  return {
    offered: offered.map(entryId),
    keep: offered.filter((id) => ticked.has(id)).map(entryId),
  };
}

const KEEP = keepField(0).slice(0, -1);
