import type { Claim, RecordId } from './model.js';

/** The records that a claim or a moment rests on, also through a computation. */
export const sourcesIn = (claim: Pick<Claim, 'sources'>): readonly RecordId[] =>
  claim.sources.flatMap((source) => (source.kind === 'computed' ? [...source.from] : [source.record]));
