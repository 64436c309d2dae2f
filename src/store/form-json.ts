import { z } from 'zod';
import type { Form, FormAsked } from '../core/forms/form.js';
import {
  Entry,
  type Forgotten,
  holdsAll,
  Instant,
  Message,
  SectionJson,
  SettableStatus,
  Severity,
  Stated,
  User,
} from './json.js';

type Named = { readonly name: string };
/** As `Shapes`, for unions that are told apart by `name`. */
type NamedShapes<Union extends Named> = {
  readonly [N in Union['name']]: z.ZodType<Extract<Union, { name: N }>>;
};
type ForgottenIn<Union extends Named, Table extends NamedShapes<Union>> = {
  [N in Union['name']]: Forgotten<Extract<Union, { name: N }>, Table[N]>;
}[Union['name']];

const incident = z.number();
const text = z.string();

const FORMS = {
  declare: z.object({
    name: z.literal('declare'),
    title: text,
    severity: Severity.nullable(),
    private: z.boolean(),
    startedAt: Instant.nullable(),
    impact: text,
  }),
  update: z.object({
    name: z.literal('update'),
    incident,
    text,
    status: SettableStatus.nullable(),
    nextIn: z.number().nullable(),
  }),
  task: z.object({
    name: z.literal('task'),
    incident,
    text,
    owner: User.nullable(),
    due: z.string().nullable(),
  }),
  statement: z.object({
    name: z.literal('statement'),
    incident,
    what: z.union([Stated, z.literal('task')]),
    text,
    at: Instant.nullable(),
    message: Message.nullable(),
  }),
  edit: z.object({ name: z.literal('edit'), incident, entry: Entry, text, at: Instant }),
  answer: z.object({ name: z.literal('answer'), incident, question: text, text }),
  before: z.object({
    name: z.literal('before'),
    incident,
    keep: z.array(Entry),
    offered: z.array(Entry),
  }),
  section: z.object({
    name: z.literal('section'),
    incident,
    section: SectionJson,
    lines: z.array(z.object({ claim: text, text })),
  }),
} satisfies NamedShapes<Form>;
holdsAll<ForgottenIn<Form, typeof FORMS>>();

export const FormJson: z.ZodType<Form> = z.discriminatedUnion('name', [
  FORMS.declare,
  FORMS.update,
  FORMS.task,
  FORMS.statement,
  FORMS.edit,
  FORMS.answer,
  FORMS.before,
  FORMS.section,
]);

const ASKED = {
  declare: z.object({ name: z.literal('declare'), title: text }),
  update: z.object({ name: z.literal('update') }),
  task: z.object({ name: z.literal('task') }),
  statement: z.object({
    name: z.literal('statement'),
    what: Stated,
    message: z.intersection(Message, z.object({ text })).nullable(),
  }),
  edit: z.object({ name: z.literal('edit'), code: text }),
  answer: z.object({ name: z.literal('answer'), question: text }),
  before: z.object({ name: z.literal('before') }),
  section: z.object({ name: z.literal('section'), section: SectionJson }),
} satisfies NamedShapes<FormAsked>;
holdsAll<ForgottenIn<FormAsked, typeof ASKED>>();

export const FormAskedJson: z.ZodType<FormAsked> = z.discriminatedUnion('name', [
  ASKED.declare,
  ASKED.update,
  ASKED.task,
  ASKED.statement,
  ASKED.edit,
  ASKED.answer,
  ASKED.before,
  ASKED.section,
]);
