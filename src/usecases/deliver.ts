import type { Effect } from '../core/effects.js';
import type { Incident } from '../core/incident/incident.js';
import { redraftIfGrown } from './draft-postmortem.js';
import { announcer } from './pay/announce.js';
import { payBrief } from './pay/brief.js';
import { payBeforeNote, payCapturePast, payFetchMessage } from './pay/capture.js';
import { payCard, payPinCard } from './pay/card.js';
import {
  payArchiveChannel,
  payInvite,
  payInviteGroup,
  payRenameChannel,
  paySetTopic,
} from './pay/channel.js';
import { payDraftCard, payDraftFile, payExportFile } from './pay/draft.js';
import { payDrillStep } from './pay/drill-step.js';
import { payEscalation, payPostUpdate } from './pay/logged-posts.js';
import { payLookBack } from './pay/look-back.js';
import { payMorningNote } from './pay/morning-note.js';
import { payClosingNotice, payMergeNotice } from './pay/notices.js';
import { payOpenChannel } from './pay/open-channel.js';
import { payOpenForm } from './pay/open-form.js';
import { type DueInChannel, never, PAID, type PayPorts } from './pay/payer.js';
import { payPublishHome } from './pay/publish-home.js';
import { payRemind } from './pay/remind.js';
import { payDeclaredReply, payReply } from './pay/reply.js';
import { payScrubPosts } from './pay/scrub-posts.js';
import { settlement } from './pay/settlement.js';
import type { OwedCall, Settlement } from './ports.js';

type OfNoIncident = Extract<Effect, { kind: 'reply' | 'open-form' | 'publish-home' | 'fetch-message' }>;
type OfIncident = Extract<
  Effect,
  {
    kind:
      | 'open-channel'
      | 'declared-reply'
      | 'look-back'
      | 'announcement'
      | 'announce-update'
      | 'morning-note'
      | 'redraft'
      | 'scrub-posts';
  }
>;
type InChannel = Exclude<Effect, OfNoIncident | OfIncident>;

/** Pays one debt to Slack: renders what is to be seen as things stand now, and sends it once. */
export function deliver(ports: PayPorts) {
  const { payAnnouncement, payAnnounceUpdate } = announcer(ports);

  return async function pay(call: OwedCall): Promise<Settlement> {
    const { effect } = call;
    switch (effect.kind) {
      case 'reply':
        return payReply(ports, call, effect.to, effect.message);
      case 'open-form':
        return payOpenForm(ports, call, effect);
      case 'publish-home':
        return payPublishHome(ports, call, effect);
      case 'fetch-message':
        return payFetchMessage(ports, call, effect);
    }
    const incident = call.incident && (await ports.store.incident(call.incident));
    return incident ? ofIncident(call, incident, effect) : never('the incident is gone');
  };

  async function ofIncident(
    call: OwedCall,
    incident: Incident,
    effect: OfIncident | InChannel,
  ): Promise<Settlement> {
    const due = { call, incident };
    switch (effect.kind) {
      case 'open-channel':
        return payOpenChannel(ports, due);
      case 'declared-reply':
        return payDeclaredReply(ports, due, effect);
      case 'look-back':
        return payLookBack(ports, due, effect);
      case 'announcement':
        return payAnnouncement(due);
      case 'announce-update':
        return payAnnounceUpdate(due, effect);
      case 'morning-note':
        return payMorningNote(ports, due);
      case 'scrub-posts':
        return payScrubPosts(ports, due);
      case 'redraft':
        await redraftIfGrown(ports, incident.id);
        return PAID;
    }
    const { channel } = incident;
    return channel ? inChannel({ ...due, channel }, effect) : withoutChannel(call, incident);
  }

  function inChannel(due: DueInChannel, effect: InChannel): Promise<Settlement> {
    switch (effect.kind) {
      case 'set-topic':
        return paySetTopic(ports, due);
      case 'rename-channel':
        return payRenameChannel(ports, due);
      case 'invite':
        return payInvite(ports, due, effect);
      case 'invite-group':
        return payInviteGroup(ports, due, effect);
      case 'archive-channel':
        return payArchiveChannel(ports, due);
      case 'card':
        return payCard(ports, due);
      case 'pin-card':
        return payPinCard(ports, due, effect);
      case 'post-update':
        return payPostUpdate(ports, due, effect);
      case 'escalation':
        return payEscalation(ports, due, effect);
      case 'brief':
        return payBrief(ports, due, effect);
      case 'remind':
        return payRemind(ports, due);
      case 'before-note':
        return payBeforeNote(ports, due, effect);
      case 'capture-past':
        return payCapturePast(ports, due, effect);
      case 'closing-notice':
        return payClosingNotice(ports, due);
      case 'merge-notice':
        return payMergeNotice(ports, due);
      case 'drill-step':
        return payDrillStep(ports, due, effect);
      case 'draft-card':
        return payDraftCard(ports, due);
      case 'draft-file':
        return payDraftFile(ports, due, effect);
      case 'export-file':
        return payExportFile(ports, due, effect);
    }
  }

  /** Debts of other lanes may be quicker than the channel: they wait, unless there will be none. */
  async function withoutChannel(call: OwedCall, incident: Incident): Promise<Settlement> {
    const refusal = await ports.store.refusal(incident.workspace, `open-channel:${incident.id}`);
    if (refusal !== null) return never('the incident has no channel');
    const waiting = { ok: false, verdict: 'later', retryAfter: null, reason: 'no channel yet' } as const;
    return settlement(waiting, call, ports.clock);
  }
}
