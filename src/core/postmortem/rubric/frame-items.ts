import { figuresIn } from '../figures.js';
import type { Claim, Postmortem } from '../model.js';
import { claimsIn } from './claims.js';
import { sectionOf } from './sections.js';
import { asked, found, type Graded, isAsked, type Verdict, verdictOf } from './verdict.js';

const MINUTE = 60_000;

/** 1. Title, date, severity, status, owner, people. */
export function head({ document }: Graded): Verdict {
  return verdictOf(
    [
      ['title', document.title.trim() !== ''],
      ['date', document.window.start.kind === 'known' || document.timeline.length > 0],
      ['severity', document.severity !== null],
      ['status', document.status === 'draft' || document.status === 'cancelled'],
      [
        'owner, or a question for one',
        document.owner.kind === 'known' || isAsked(document, document.owner.question),
      ],
      ['people', document.participants.length > 0],
    ],
    4,
  );
}

const LONGEST_LINE = 60;

/** 2. Summary of at most five sentences and a note: what, when, who, cause, fix. */
export function summary({ document, markdown }: Graded): Verdict {
  const lines = sectionOf(markdown, /issue summary/i).filter((line) => /^[-*] /.test(line));
  const root = document.causes.some((cause) => cause.role === 'root');
  const long = lines.some((line) => line.split(/\s+/).length > LONGEST_LINE);
  return verdictOf([
    ['what', document.title.trim() !== ''],
    ['when', document.window.start.kind === 'known'],
    ['who was affected', document.impact.claims.length > 0],
    ['cause', root],
    ['fix', document.resolution.claims.length > 0],
    ['in at most six short lines', lines.length > 0 && lines.length <= 6 && !long],
  ]);
}

/** 3. Window with date and zone; its length computed; equal to the span of the timeline, or the difference flagged. */
export function windowItem({ document, markdown }: Graded): Verdict {
  const { start, end } = document.window;
  if (start.kind === 'asked' || end === null)
    return {
      points: isAsked(document, start.kind === 'asked' ? start.question : '') ? 1 : 0,
      reason: start.kind === 'asked' ? 'The start is not known.' : 'The incident has no end yet.',
    };
  const from = Date.parse(start.value.at);
  const to = Date.parse(end.at);
  const times = document.timeline.map((row) => Date.parse(row.at));
  // What was said of it when it was over is no event of it.
  const inside = document.timeline.filter(
    ({ kind }) => !['cause', 'impact', 'update', 'note'].includes(kind),
  );
  const outside =
    times.some((at) => at < from - MINUTE) || inside.some(({ at }) => Date.parse(at) > to + MINUTE);
  const late = Math.min(...times) - from > MINUTE;
  const told = document.measures.some((m) => m.name === 'detect' && m.minutes > 0);
  const when = sectionOf(markdown, /issue summary/i).find((line) => line.includes('When:')) ?? '';
  return verdictOf(
    [
      ['start and end with date and zone', /\d{4}/.test(when) && /\b[A-Z]{2,5}\b|UTC/.test(when)],
      ['length computed', /\(\s*\d+ (?:min|h|day)/.test(when)],
      [
        'equals the span of the timeline, or the difference is flagged',
        outside ? found(document, /start|window|before|after the end/i) !== undefined : !late || told,
      ],
    ],
    2,
  );
}

/** 4. Onset, detection, declaration, mitigation and resolution are five things; an unknown one is named. */
export function moments(graded: Graded): Verdict {
  const { document } = graded;
  const { start } = document.window;
  const onset = start.kind === 'known' && start.value.basis === 'stated';
  return verdictOf(
    [
      ['onset, or a question for it', onset || asked(document, /start|onset|began|first see/i) !== undefined],
      ['detection', document.detection.length > 0 || asked(document, /detect/i) !== undefined],
      ['declaration', document.timeline.some((row) => row.kind === 'declared')],
      ['mitigation, or that it is not known', isMeasured(graded, 'mitigate')],
      ['resolution', document.window.end !== null],
    ],
    3,
  );
}

/** There as a number, or named as not known. */
export function isMeasured(
  { document, markdown }: Graded,
  name: Postmortem['measures'][number]['name'],
): boolean {
  if (document.measures.some((measure) => measure.name === name)) return true;
  const row = sectionOf(markdown, /^## measures/i).find((line) =>
    new RegExp(`time to ${name}`, 'i').test(line),
  );
  return (
    /not recorded|not known|unknown|needed/i.test(row ?? '') ||
    asked(document, new RegExp(name, 'i')) !== undefined
  );
}

const OF_WHAT =
  /%\s*(?:of|der|des|de|von)\b|\d\s?k?\s+(?:\w+ )?(?:users?|customers?|people|accounts?|orders?|requests?|shops?|merchants?|tenants?|sessions?)\b/i;

/** 5. A percentage or a count, with what it is a share of, and its source. */
export function impact({ document }: Graded): Verdict {
  const { claims } = document.impact;
  const figures = claims.filter((claim) => figuresIn(claim.text).length > 0);
  if (figures.some((claim) => OF_WHAT.test(claim.text)))
    return { points: 2, reason: 'A figure with what it counts, and its source.' };
  if (figures.length > 0) return { points: 1, reason: 'A figure, without what it is a share of.' };
  if (asked(document, /impact/i) !== undefined)
    return { points: 1, reason: 'No figure, but the impact is asked.' };
  return { points: 0, reason: 'No figure, and nobody is asked for one.' };
}

const TOTAL =
  /\b(?:complete(?:ly)?|total(?:ly)?|entire(?:ly)?|fully (?:down|unavailable)|inaccessible|unavailable|unreachable|everyone|every ?body|all (?:users|customers))\b/i;
const PARTIAL = /\b(?:partial(?:ly)?|partly|some (?:users|customers)|degraded|slow)\b/i;

/** 6. Words agree with numbers, or the difference is among the findings. */
export function wording({ document }: Graded): Verdict {
  const texts = [document.title, ...document.impact.claims.map((claim) => claim.text)];
  const total = texts.find((text) => TOTAL.test(text));
  const share = shareIn(document.impact.claims) ?? shareIn(claimsIn(document));
  const partial = document.impact.claims.some((claim) => PARTIAL.test(claim.text));
  if (total === undefined || !((share !== null && share < 100) || partial))
    return { points: 2, reason: 'No word of the title or the impact says more than its numbers.' };
  if (found(document, /total|complete|share|partial|inaccessible|wording/i) !== undefined)
    return { points: 2, reason: 'Words and numbers disagree, and the document says so.' };
  return {
    points: 0,
    reason: `“${TOTAL.exec(total)?.[0] ?? ''}” stands beside ${share === null ? 'partial impact' : `${share} %`}, and the document does not say so.`,
  };
}

const shareIn = (claims: readonly Claim[]): number | null => {
  for (const { text } of claims) {
    const share =
      /(\d{1,3}(?:\.\d+)?)\s?%\s*(?:of\s+)?(?:\w+\s+){0,3}(?:users?|customers?|people|accounts?|tenants?|shops?)/i.exec(
        text,
      );
    if (share !== null) return Number(share[1]);
  }
  return null;
};

/** 7. Data loss, business and support contacts: stated or asked. */
export function consequences({ document }: Graded): Verdict {
  const says = (about: RegExp): boolean =>
    document.impact.claims.some((claim) => about.test(claim.text)) || asked(document, about) !== undefined;
  return verdictOf(
    [
      [
        'data loss',
        says(/data (?:\w+ ){0,3}(?:los[ts]|inconsisten|corrupt|intact|missing)|lost data|no data/i),
      ],
      ['business', says(/revenue|orders?\b|sales|money|\$|€|£|business/i)],
      ['support contacts', says(/support|tickets?|complaints?|calls?\b/i)],
    ],
    1,
  );
}

/** 8. By whom or what it was detected and when, and the gap to the start commented or asked. */
export function detection({ document }: Graded): Verdict {
  const [first] = document.detection;
  if (first === undefined)
    return asked(document, /detect/i) === undefined
      ? { points: 0, reason: 'Neither told nor asked.' }
      : { points: 1, reason: 'Not recorded, but asked.' };
  const gap = document.measures.find((measure) => measure.name === 'detect');
  const atOnce = gap !== undefined && gap.minutes === 0;
  const questioned =
    asked(document, /start|onset|detect|began|first see/i) !== undefined ||
    found(document, /onset|detect|start/i) !== undefined;
  return verdictOf([
    [
      'by whom or what, and when',
      first.by !== null || first.sources.some((source) => source.kind === 'alert'),
    ],
    [
      atOnce
        ? 'a question why start and detection are the same'
        : 'the time from start to detection, or a question',
      questioned || (gap !== undefined && !atOnce),
    ],
  ]);
}
