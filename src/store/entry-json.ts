import { z } from 'zod';
import type { Mark, Revision, TimelineEntry } from '../core/timeline/entry.js';
import type { FileLink } from '../core/timeline/facts.js';
import { type Forgotten, holdsAll, Instant, Ts, User } from './json.js';

const RevisionJson = z.object({ text: z.string(), at: Ts, toldAgain: z.array(Ts).exactOptional() });
holdsAll<Forgotten<Revision, typeof RevisionJson>>();

const MarkJson = z.object({ sign: z.string(), by: User, on: z.boolean(), at: Ts });
holdsAll<Forgotten<Mark, typeof MarkJson>>();

export const FileLinkJson = z.object({ name: z.string(), type: z.string(), link: z.string().nullable() });
holdsAll<Forgotten<FileLink, typeof FileLinkJson>>();

type Corrected = NonNullable<TimelineEntry['corrected']>;
const CorrectedJson = z.object({ text: z.string().nullable(), occurredAt: Instant.nullable() });
holdsAll<Forgotten<Corrected, typeof CorrectedJson>>();

export const Correction: z.ZodType<Corrected | null> = CorrectedJson.nullable();
export const Revisions: z.ZodType<readonly Revision[]> = z.array(RevisionJson);
export const Marks: z.ZodType<readonly Mark[]> = z.array(MarkJson);
export const FileLinks: z.ZodType<readonly FileLink[]> = z.array(FileLinkJson);
