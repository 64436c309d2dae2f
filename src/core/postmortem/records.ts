import { type Case, named } from './case.js';
import type { RecordRef } from './model.js';
import type { Reading } from './reading.js';

/** The cited entries, by time, with what the list of sources shows of each. */
export function recordsOf(now: Case, cited: ReadonlySet<string>): readonly RecordRef[] {
  return now.readings
    .filter((r) => cited.has(r.id))
    .map((r) => ({
      id: r.id,
      kind: r.entry.kind === 'joined' || r.entry.kind === 'left' ? 'membership' : r.trust,
      at: new Date(r.at).toISOString(),
      by: r.speaker,
      who:
        r.entry.author?.kind === 'bot'
          ? named(r.entry.author.name)
          : r.speaker === null
            ? 'somebody'
            : now.nameOf(r.speaker),
      link: linkTo(now.record.workspaceUrl, r),
    }));
}

/** `https://acme.slack.com/archives/C1/p1717857003000100`, with its thread where it stands in one. */
function linkTo(workspaceUrl: string | null, reading: Reading): string | null {
  const { origin } = reading.entry;
  if (workspaceUrl === null || origin.kind !== 'message') return null;
  const base = `${workspaceUrl.replace(/\/+$/, '')}/archives/${origin.channel}/p${origin.ts.replace('.', '')}`;
  return origin.threadTs === null || origin.threadTs === origin.ts
    ? base
    : `${base}?thread_ts=${origin.threadTs}&cid=${origin.channel}`;
}
