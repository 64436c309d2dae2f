import { maskSecrets } from '../../masking/mask-secrets.js';
import { sourcesIn } from '../sources-in.js';
import { claimsIn } from './claims.js';
import { readableWords, sectionOf } from './sections.js';
import { count, found, type Graded, type Verdict, verdictOf } from './verdict.js';

/** 23. Every sentence cites its record; what was computed says so. */
export function citations({ document, markdown }: Graded): Verdict {
  const records = new Set(document.records.map((record) => record.id));
  const sourceless = claimsIn(document).filter((claim) => !sourcesIn(claim).some((id) => records.has(id)));
  const sections = [
    /^## Impact/,
    /^## Detection/,
    /^## Timeline/,
    /suspected/i,
    /^## Escalations/,
    /root cause and/i,
    /^## Correct/,
  ];
  const uncited = sections
    .flatMap((title) => sectionOf(markdown, title))
    .filter((line) => /^(?:- |\| (?!-|Time|\|)|\*\*)/.test(line))
    .filter(
      (line) =>
        !/\[\d+\]/.test(line) && !/not recorded|needed|no entr|left over|silen|^\| \| |none /i.test(line),
    );
  return verdictOf([
    [
      sourceless.length === 0 ? 'every claim has a source' : `source of ${count(sourceless.length, 'claim')}`,
      sourceless.length === 0,
    ],
    [
      uncited.length === 0 ? 'every line cites it' : `citation of “${(uncited[0] ?? '').slice(0, 80)}”`,
      uncited.length === 0,
    ],
    [
      'measures name the two entries they were computed from',
      document.measures.every((measure) => records.has(measure.from) && records.has(measure.to)),
    ],
  ]);
}

const TOKENS = /\d[\d.,:]*\d|\d/g;

/** 24. Numbers of a statement stand in the entries that it cites; null without the record. */
export function numbers({ document, record }: Graded): Verdict | null {
  if (record === null) return null;
  // The name of a severity is the bot's word for a choice in a form.
  const digits = (text: string): ReadonlySet<string> =>
    new Set(text.replace(/\bSEV\d\b/g, '').match(TOKENS) ?? []);
  const strange = claimsIn(document).flatMap((claim) => {
    const said = digits(
      sourcesIn(claim)
        .map((id) => record.get(id) ?? '')
        .join(' '),
    );
    return [...digits(claim.text)]
      .filter((token) => !said.has(token))
      .map((token) => ({ token, text: claim.text }));
  });
  const [first] = strange;
  return first === undefined
    ? { points: 2, reason: 'Every number stands in an entry that its statement cites.' }
    : {
        points: 0,
        reason: `“${first.token}” of “${first.text.slice(0, 60)}” stands in no entry that is cited.`,
      };
}

/** 25. What does not agree is listed: every finding stands in the document, and so do those that anybody can count. */
export function contradictions({ document, markdown }: Graded): Verdict {
  const plain = markdown.replace(/\\/g, '');
  const hidden = document.findings.filter(
    ({ text }) => !plain.includes(text.replace(/\\/g, '').slice(0, 30)),
  );
  const start = document.window.start.kind === 'known' ? Date.parse(document.window.start.value.at) : null;
  const early =
    start !== null &&
    document.timeline.some((row) => row.kind === 'alert' && Date.parse(row.at) < start - 60_000);
  const shares = new Set(
    document.impact.claims.flatMap(({ text }) =>
      [...text.matchAll(/(\d{1,3}(?:\.\d+)?)\s?%\s*of/gi)].map((m) => m[1] ?? ''),
    ),
  );
  return verdictOf([
    [`findings shown (${document.findings.length})`, hidden.length === 0],
    ['an alert before the start', !early || found(document, /start|before/i) !== undefined],
    [
      'two shares for one thing',
      shares.size <= 1 || found(document, /figure|share|number|%|differ/i) !== undefined,
    ],
  ]);
}

/** 26. Gaps are questions, each to somebody who was there. */
export function questions({ document }: Graded): Verdict {
  const known = new Set(Object.keys(document.names));
  const nobody = document.questions.filter(({ to }) => to === null || !known.has(to));
  const open = new Set(document.questions.map(({ id }) => id));
  const wanted = [
    ...(document.owner.kind === 'asked' ? [document.owner.question] : []),
    ...(document.window.start.kind === 'asked' ? [document.window.start.question] : []),
    ...(document.impact.dataLoss.kind === 'asked' ? [document.impact.dataLoss.question] : []),
    ...document.actions.flatMap(({ owner, due }) =>
      [owner, due].flatMap((s) => (s.kind === 'asked' ? [s.question] : [])),
    ),
  ];
  return verdictOf([
    ['every gap has its question', wanted.every((id) => open.has(id))],
    [
      nobody.length === 0
        ? 'every question is addressed'
        : `addressee of ${count(nobody.length, 'question')}`,
      nobody.length === 0,
    ],
  ]);
}

const AGAINST_THE_FACT =
  /\b(?:should(?:'ve| have)|could have|would have|if only|failed to|forgot|careless|negligen\w+|fault of|to blame)\b/i;

/** 27. No name and no "should have" in the cause. */
export function blame({ document }: Graded): Verdict {
  const names = Object.values(document.names).filter((name) => name.length > 2);
  const said = document.causes.map(({ claim }) => claim.text);
  const named = said.find(
    (text) =>
      /@\p{L}/u.test(text) ||
      names.some((name) =>
        new RegExp(`(?<!\\p{L})${name.replace(/[^\p{L}\p{N} ]/gu, '.')}(?!\\p{L})`, 'u').test(text),
      ),
  );
  const against = said.find((text) => AGAINST_THE_FACT.test(text));
  if (named === undefined && against === undefined)
    return { points: 2, reason: 'No person and no “should have” in the causes.' };
  return found(document, /blame|person|name|should have/i) === undefined
    ? { points: 0, reason: `Reads like blame: “${(named ?? against ?? '').slice(0, 80)}”.` }
    : { points: 2, reason: 'Reads like blame, and the document says so.' };
}

/** 28. No secret, nothing that rings anybody's phone. */
export function safety({ markdown }: Graded): Verdict {
  const prose = markdown.replace(/^\[\d+\]: .*$/gm, '');
  const { masked } = maskSecrets(prose);
  const live = /<!(?:channel|here|everyone|subteam)|<@[UW][A-Z0-9]+/.exec(prose);
  return masked === 0 && live === null
    ? { points: 2, reason: 'No secret and no live mention.' }
    : {
        points: 0,
        reason: live === null ? `${count(masked, 'secret')} in the text.` : `Live mention ${live[0]}.`,
      };
}

const MOST_WORDS = 1500;

/** 29. Two or three pages, no broken picture, no broken characters. */
export function readability({ markdown }: Graded): Verdict {
  const words = readableWords(markdown);
  return verdictOf([
    [`at most ${MOST_WORDS} words (${words})`, words <= MOST_WORDS],
    ['no broken picture', !/!\[[^\]]*\]\((?!https:|data:)/.test(markdown)],
    ['no broken characters', !/\uFFFD|Ã[©¨¤¶¼]|â€[™œ]|√[†°]/.test(markdown)],
  ]);
}
