import type { UserId, WorkspaceId } from '../../core/ids.js';
import type { Incident } from '../../core/incident/incident.js';
import { mentionsIn } from '../../core/slack-text.js';
import { dayIn } from '../../core/time/calendar.js';
import { zoneOrUtc } from '../../core/time/zone.js';
import { HOME_SIZES, type HomeData, homeView } from '../../render/home/home-view.js';
import type { OwedCall, Settlement, Store } from '../ports.js';
import { type EffectOf, never, type PayPorts } from './payer.js';
import { settlement } from './settlement.js';

/** An App Home is drawn anew whenever it is opened: nobody waits for an old one. */
const ATTEMPTS = 3;
/** Ended incidents looked through for questions to one person. */
const ASKED_AMONG = 20;

/** Draws somebody's App Home, with what they may see. */
export async function payPublishHome(
  ports: PayPorts,
  call: OwedCall,
  { user, page }: EffectOf<'publish-home'>,
): Promise<Settlement> {
  const view = homeView(await homeData(ports, call.workspace, user, Math.max(page, 1)));
  const settled = settlement(await ports.slack.publishHome(user, view), call, ports.clock);
  return settled.kind === 'later' && call.attempts + 1 >= ATTEMPTS ? never(settled.reason) : settled;
}

async function homeData(
  { store, directory, clock }: PayPorts,
  workspace: WorkspaceId,
  user: UserId,
  page: number,
): Promise<HomeData> {
  const before = page - 1;
  const [open, tasks, ended] = await Promise.all([
    store.incidentsSeenBy(workspace, {
      scope: 'open',
      reader: user,
      limit: HOME_SIZES.open,
      offset: before * HOME_SIZES.open,
    }),
    store.followUpsOf(workspace, user, { limit: HOME_SIZES.tasks, offset: before * HOME_SIZES.tasks }),
    page === 1 ? endedSeenBy(store, workspace, user) : [],
  ]);
  const questions = await questionsTo(store, user, ended);
  const people = await directory.people(workspace, [
    user,
    ...[...open.items, ...ended, ...tasks.items.map(({ incident }) => incident)].flatMap(namedBy),
    ...tasks.items.flatMap(({ followUp }) => mentionsIn(followUp.text)),
    ...questions.flatMap(({ question }) => mentionsIn(question.ask)),
  ]);
  const today = dayIn(zoneOrUtc(people.get(user)?.zone ?? null), clock.now());
  const postmortems = ended.slice(0, HOME_SIZES.postmortems);
  return { open, tasks, questions, postmortems, page, user, people, today };
}

/** Those with a draft; of practice there is nothing to do afterwards. */
async function endedSeenBy(store: Store, workspace: WorkspaceId, user: UserId): Promise<readonly Incident[]> {
  const wanted = { scope: 'ended', reader: user, limit: ASKED_AMONG, offset: 0 } as const;
  const { items } = await store.incidentsSeenBy(workspace, wanted);
  return items.filter(
    ({ draftVersion, drill, status }) => draftVersion > 0 && !drill && status === 'resolved',
  );
}

async function questionsTo(
  store: Store,
  user: UserId,
  ended: readonly Incident[],
): Promise<HomeData['questions']> {
  const asked = await Promise.all(
    ended.map(async (incident) => {
      const questions = (await store.postmortem(incident.id))?.document.questions ?? [];
      return questions.filter(({ to }) => to === user).map((question) => ({ incident, question }));
    }),
  );
  return asked.flat();
}

const namedBy = ({ lead, title }: Incident): readonly UserId[] => [
  ...(lead === null ? [] : [lead]),
  ...mentionsIn(title),
];
