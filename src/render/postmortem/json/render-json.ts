import { z } from 'zod';
import type { Postmortem } from '../../../core/postmortem/model.js';
import { postmortemSchema } from './postmortem-schema.js';

/** The document for other programs: everything that it is made of. `docs/postmortem.schema.json` describes it. */
export const renderJson = (document: Postmortem): string => `${JSON.stringify(document, null, 2)}\n`;

/** The schema as a file, JSON Schema 2020-12. */
export const postmortemJsonSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(postmortemSchema, { io: 'input' }), null, 2)}\n`;
