import { z } from 'zod';
import type { Mark, Revision } from '../core/timeline/entry.js';
import type { FileLink } from '../core/timeline/facts.js';
import { type Forgotten, holdsAll, Ts, User } from './json.js';

const RevisionJson = z.object({ text: z.string(), at: Ts, toldAgain: z.array(Ts).exactOptional() });
holdsAll<Forgotten<Revision, typeof RevisionJson>>();

const MarkJson = z.object({ sign: z.string(), by: User, on: z.boolean(), at: Ts });
holdsAll<Forgotten<Mark, typeof MarkJson>>();

export const FileLinkJson = z.object({ name: z.string(), type: z.string(), link: z.string().nullable() });
holdsAll<Forgotten<FileLink, typeof FileLinkJson>>();

export const Revisions: z.ZodType<readonly Revision[]> = z.array(RevisionJson);
export const Marks: z.ZodType<readonly Mark[]> = z.array(MarkJson);
export const FileLinks: z.ZodType<readonly FileLink[]> = z.array(FileLinkJson);
