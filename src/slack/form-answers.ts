import { z } from 'zod';
import { maskSecrets } from '../core/masking/mask-secrets.js';
import { withoutInvisible } from './message-content.js';

/** `YYYY-MM-DD`, of a day that there is. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}

const Chosen = z.object({ value: z.string() });

/** One field's answer in `view.state.values`: each kind of input has a key of its own. */
const Answer = z.object({
  value: z.string().nullish().catch(null),
  selected_option: Chosen.nullish().catch(null),
  selected_options: z.array(Chosen).nullish().catch(null),
  selected_date_time: z.number().int().positive().nullish().catch(null),
  selected_date: z.string().refine(isDay).nullish().catch(null),
  selected_user: z
    .string()
    .regex(/^[UW][A-Z0-9]{1,30}$/)
    .nullish()
    .catch(null),
});
type Answer = z.infer<typeof Answer>;

/** `view.state`: by `block_id`, then by `action_id`. */
export const ViewState = z.object({
  values: z
    .record(z.string(), z.record(z.string(), Answer.catch({})).catch({}))
    .nullish()
    .catch(null),
});

/** What a person left in the fields of a form; a field that they left empty, or that is not there, is null. */
export interface FormAnswers {
  /** Masked, without invisible characters and blanks at the edges; empty when nothing was written. */
  text(field: string): string;
  /** How many characters were written, as people count them. */
  length(field: string): number;
  choice(field: string): string | null;
  ticked(field: string): readonly string[];
  moment(field: string): Date | null;
  day(field: string): string | null;
  person(field: string): string | null;
  /** How many secrets were masked in all texts. */
  readonly masked: number;
}

/** Characters that show nothing: a text of these alone says nothing. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Zs}\u115f\u1160\u2800\u3164\uffa0]*$/u;

export function formAnswers(state: z.infer<typeof ViewState>): FormAnswers {
  const answers = new Map<string, Answer>();
  const texts = new Map<string, string>();
  let masked = 0;
  for (const [field, actions] of Object.entries(state.values ?? {})) {
    const answer = new Map(Object.entries(actions)).get(field);
    if (answer === undefined) continue;
    answers.set(field, answer);
    if (!answer.value) continue;
    const result = maskSecrets(withoutInvisible(answer.value).trim());
    texts.set(field, UNSEEN.test(result.text) ? '' : result.text);
    masked += result.masked;
  }
  return {
    text: (field) => texts.get(field) ?? '',
    length: (field) => [...(answers.get(field)?.value ?? '')].length,
    choice: (field) => answers.get(field)?.selected_option?.value ?? null,
    ticked: (field) => (answers.get(field)?.selected_options ?? []).map(({ value }) => value),
    moment(field) {
      const seconds = answers.get(field)?.selected_date_time ?? null;
      const at = seconds === null ? null : new Date(seconds * 1000);
      return at === null || Number.isNaN(at.getTime()) ? null : at;
    },
    day: (field) => answers.get(field)?.selected_date ?? null,
    person: (field) => answers.get(field)?.selected_user ?? null,
    masked,
  };
}
