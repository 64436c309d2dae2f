import type { IncidentId } from '../../core/ids.js';
import type { MessageFact } from '../../core/timeline/observe.js';
import type { Store } from '../ports.js';
import { type FactSource, recordInIncident } from '../record-fact.js';

/** Facts recorded in one transaction. */
const BATCH = 25;

/** In pieces, so that the database is never busy with this for long; the same fact twice changes nothing. */
export async function recordInBatches(
  store: Store,
  incident: IncidentId,
  facts: readonly MessageFact[],
  source: FactSource,
  beforeDeclaration: boolean,
): Promise<void> {
  for (let from = 0; from < facts.length; from += BATCH) {
    await store.transaction(async (changes) => {
      for (const fact of facts.slice(from, from + BATCH)) {
        await recordInIncident(changes, incident, fact, source, beforeDeclaration);
      }
    });
  }
}
