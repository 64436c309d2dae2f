import { scrubPosts } from '../../core/incident/debts.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import type { ExportFormat } from '../../core/postmortem/export-format.js';
import { draftCard } from '../../render/messages/draft-card.js';
import { renderHtml } from '../../render/postmortem/html/render-html.js';
import { timelinePicture } from '../../render/postmortem/picture/timeline-picture.js';
import { makeDraft } from '../draft-postmortem.js';
import type { Settlement, StoredPostmortem } from '../ports.js';
import { ensurePosted } from './ensure-posted.js';
import { isWithinBudget, postpone } from './noise-budget.js';
import { type DueInChannel, type EffectOf, PAID, type PayPorts } from './payer.js';
import { settlement } from './settlement.js';

/** How the names of all files of that draft begin, exports included. */
export const draftFilePrefix = (incident: Incident, version: number): string =>
  `${incidentName(incident).toLowerCase()}-postmortem-v${version}.`;

export const draftCardKey = (incident: Incident): string => `draft-card:${incident.id}`;

export async function payDraftCard(
  ports: PayPorts,
  { call, incident, channel }: DueInChannel,
): Promise<Settlement> {
  if (incident.draftVersion === 0) return PAID;
  const draft = await makeDraft(ports, incident, incident.draftVersion);
  return ensurePosted(ports, call, { channel, threadTs: null }, draftCard(draft.document));
}

/** One file a version. The first comes at once, later ones wait while the channel has heard enough of us. */
export async function payDraftFile(
  ports: PayPorts,
  due: DueInChannel,
  { version }: EffectOf<'draft-file'>,
): Promise<Settlement> {
  const { call, incident } = due;
  // A newer draft has overtaken this one: its own file will follow.
  if (incident.draftVersion > version) return PAID;
  if (version > 1 && !(await isWithinBudget(ports, due))) return postpone(ports, call);
  const draft = await makeDraft(ports, incident, version);
  const settled = await upload(ports, due, {
    name: `${draftFilePrefix(incident, version)}md`,
    title: `Postmortem ${incidentName(incident)}, draft ${version}`,
    content: draft.markdown,
  });
  if (settled.kind === 'paid') await scrubIfOutdated(ports, due, version, draft.markdown);
  return settled;
}

/** The newest draft once more, for whoever wants to take it elsewhere. */
export async function payExportFile(
  ports: PayPorts,
  due: DueInChannel,
  { format }: EffectOf<'export-file'>,
): Promise<Settlement> {
  const { incident } = due;
  const { draftVersion: version } = incident;
  if (version === 0) return PAID;
  const draft = await makeDraft(ports, incident, version);
  const settled = await upload(ports, due, {
    name: `${draftFilePrefix(incident, version)}export.${format}`,
    title: `Postmortem ${incidentName(incident)}, draft ${version} (${format})`,
    content: contentOf(ports, draft, format),
  });
  if (settled.kind === 'paid') await scrubIfOutdated(ports, due, version, draft.markdown);
  return settled;
}

function contentOf(
  { toPng }: PayPorts,
  { document, markdown }: StoredPostmortem,
  format: ExportFormat,
): string | Uint8Array {
  switch (format) {
    case 'md':
      return markdown;
    case 'html':
      return renderHtml(document);
    case 'json':
      return JSON.stringify(document, null, 2);
    case 'png':
      return toPng(timelinePicture(document));
  }
}

async function upload(
  { store, slack, clock }: PayPorts,
  { call, incident, channel }: DueInChannel,
  file: { readonly name: string; readonly title: string; readonly content: string | Uint8Array },
): Promise<Settlement> {
  const card = await store.posted(incident.workspace, draftCardKey(incident));
  const threadTs = card?.ts ?? null;
  if (call.interrupted) {
    const there = await slack.findFile(channel, threadTs, file.name, call.owedAt);
    if (!there.ok) return settlement(there, call, clock);
    if (there.value) return PAID;
  }
  return settlement(await slack.uploadFile(channel, threadTs, file), call, clock);
}

/** Words may have been redacted while the file with them was on its way: then it is taken away again. */
async function scrubIfOutdated(
  { store, clock }: PayPorts,
  { incident }: DueInChannel,
  version: number,
  markdown: string,
): Promise<void> {
  const stored = await store.postmortem(incident.id, version);
  if (stored?.markdown === markdown) return;
  await store.transaction((changes) => changes.owe(incident.workspace, [scrubPosts(incident)], clock.now()));
}
