import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { z } from 'zod';
import { draftPostmortem } from '../../../../src/core/postmortem/draft.js';
import type { Postmortem } from '../../../../src/core/postmortem/model.js';
import { postmortemSchema } from '../../../../src/render/postmortem/json/postmortem-schema.js';
import { postmortemJsonSchema, renderJson } from '../../../../src/render/postmortem/json/render-json.js';
import { someRecord } from '../../../core/postmortem/some-record.js';

type Writable<T> = T extends string | number | boolean | null | undefined
  ? T
  : { -readonly [Key in keyof T]: Writable<T[Key]> };
/** Compiles only while the schema allows all that the model allows; the other way round is said in the schema. */
const everyDocumentFits = (document: Writable<Postmortem>): z.output<typeof postmortemSchema> => document;

test('every document fits the schema, and nothing is dropped on the way', () => {
  fc.assert(
    fc.property(someRecord(), (record) => {
      const document = draftPostmortem(record, { version: 1 });
      const read = postmortemSchema.parse(JSON.parse(renderJson(document)));

      expect(everyDocumentFits(read)).toEqual(document);
    }),
    { numRuns: 60 },
  );
});

test('a field that the schema does not know is a fault', () => {
  const [record] = fc.sample(someRecord(), { numRuns: 1, seed: 1 });
  const document = record && draftPostmortem(record, { version: 1 });

  expect(postmortemSchema.safeParse({ ...document, more: 1 }).success).toBe(false);
});

test('docs/postmortem.schema.json is what `npm run docs` makes', () => {
  const file = new URL('../../../../docs/postmortem.schema.json', import.meta.url);

  expect(readFileSync(file, 'utf8')).toBe(postmortemJsonSchema());
});
