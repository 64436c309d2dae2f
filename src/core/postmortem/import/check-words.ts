import { quoted, type WrittenFinding } from './finding.js';
import { entriesOf, type WrittenBlock, type WrittenPostmortem, wordsOf } from './written.js';

const TOTAL =
  /\b(?:complete(?:ly)? (?:down|outage|inaccessible|unavailable|service outage)|total(?:ly)? (?:down|outage)|fully (?:down|unavailable)|entirely (?:down|unavailable)|all (?:users|customers)|full outage|inaccessible)\b/i;
const SHARE = /(\d{1,3}(?:\.\d+)?)\s?%/;
const PARTIAL =
  /\b(?:partial(?:ly)?|gradual(?:ly)?|beg[ai]n\w* to recover|start\w* (?:to )?(?:recover|improv|stabili)\w*|improve\b)/i;
const COUNT = /\b(\d{1,3}(?:,\d{3})+|\d{3,})\s+(?:users|customers|people|accounts)\b/i;

/** What the words of the page say against its numbers, against each other, or against nothing at all. */
export function checkWords(document: WrittenPostmortem): readonly WrittenFinding[] {
  return [
    ...totalAgainstShare(document),
    ...totalAgainstRecovery(document),
    ...impliedBase(document),
    ...lossWithoutFigure(document),
    ...dataRestored(document),
    ...rollbackLeftOver(document),
    ...document.blocks.flatMap((block) => wordsAlone(block)),
  ];
}

const isOfTheImpact = (block: WrittenBlock): boolean =>
  block.section === 'summary' || block.section === 'impact' || block.section === 'closing';

/** The block that calls it total, told first. */
const totalIn = (document: WrittenPostmortem): WrittenBlock | undefined =>
  document.blocks.find((block) => isOfTheImpact(block) && TOTAL.test(wordsOf(block)));

function totalAgainstShare(document: WrittenPostmortem): readonly WrittenFinding[] {
  const total = totalIn(document);
  const share = document.blocks.find(
    (block) => isOfTheImpact(block) && Number(SHARE.exec(wordsOf(block))?.[1] ?? 100) < 100,
  );
  if (total === undefined || share === undefined) return [];
  const said = TOTAL.exec(wordsOf(total))?.[0] ?? '';
  return [
    {
      rule: 'total-against-share',
      text: `${quoted(said)} and ${SHARE.exec(wordsOf(share))?.[0] ?? ''} do not agree.`,
      lines: [...new Set([total.line, share.line])],
    },
  ];
}

function totalAgainstRecovery(document: WrittenPostmortem): readonly WrittenFinding[] {
  const total = totalIn(document);
  const entries = entriesOf(document);
  const partial = entries.slice(0, -1).find((entry) => PARTIAL.test(entry.text));
  if (total === undefined || partial === undefined) return [];
  return [
    {
      rule: 'full-while-recovering',
      text: `It is called ${quoted(TOTAL.exec(wordsOf(total))?.[0] ?? '')}, but from ${partial.time?.asWritten ?? 'an earlier entry'} on it worked in part.`,
      lines: [total.line, partial.line],
    },
  ];
}

function impliedBase(document: WrittenPostmortem): readonly WrittenFinding[] {
  return document.blocks.filter(isOfTheImpact).flatMap((block) => {
    const words = wordsOf(block);
    const share = Number(SHARE.exec(words)?.[1]);
    const count = Number(COUNT.exec(words)?.[1]?.replaceAll(',', ''));
    if (!(share > 0 && share < 100 && count > 0)) return [];
    const base = Math.round(count / (share / 100)).toLocaleString('en-US');
    return [
      {
        rule: 'implied-base',
        text: `${share} % and ${count.toLocaleString('en-US')} make a base of ${base}: is that right?`,
        lines: [block.line],
      },
    ];
  });
}

const LOSS =
  /\b(?:(?:significant|substantial|considerable|major|some|huge) (?:revenue |financial |business )?loss(?:es)?|loss of (?:revenue|sales)|a lot of lost)\b/i;

function lossWithoutFigure(document: WrittenPostmortem): readonly WrittenFinding[] {
  return document.blocks.flatMap((block) => {
    const said = LOSS.exec(wordsOf(block))?.[0];
    if (said === undefined || /[$€£]\s?\d/.test(wordsOf(block))) return [];
    return [{ rule: 'unquantified-loss', text: `${quoted(said)}: how much?`, lines: [block.line] }];
  });
}

const RESTORED =
  /\b(?:restor(?:ed|ing) (?:the )?(?:\w+ ){0,2}(?:from|database|data|backup)|database rollback|rollback to a previous|previous day['’]s backup|from (?:a |the )?backup)\b/i;
const DATA_LOSS =
  /\b(?:data (?:was |were |is )?(?:lost|loss)|lost (?:data|orders|writes)|no data|hours? of (?:data|orders|writes))\b/i;

function dataRestored(document: WrittenPostmortem): readonly WrittenFinding[] {
  const restored = document.blocks.find(
    (block) => RESTORED.test(wordsOf(block)) && block.section !== 'measures',
  );
  const isTold = document.blocks.some((block) => DATA_LOSS.test(wordsOf(block)));
  if (restored === undefined || isTold) return [];
  return [
    {
      rule: 'restored-without-data',
      text: `${quoted(RESTORED.exec(wordsOf(restored))?.[0] ?? '')}: was data lost? The page does not say.`,
      lines: [restored.line],
    },
  ];
}

const ROLLED_BACK = /\broll(?:ed|ing)? back|\brevert(?:ed|ing)\b|\b(?:disabl|mut|silenc)(?:ed|ing)\b/i;
const IN_VAIN =
  /\b(?:no improvement|no effect|without (?:success|improvement|effect)|did not help|false lead|unchanged)\b/i;
const PUT_RIGHT = /\b(?:re-?deploy\w*|rolled (?:it )?forward|re-?enabl\w*|re-?appl\w*|deployed again)\b/i;

function rollbackLeftOver(document: WrittenPostmortem): readonly WrittenFinding[] {
  const entries = entriesOf(document);
  return entries
    .filter((entry) => ROLLED_BACK.test(entry.text) && IN_VAIN.test(entry.text))
    .filter(
      (entry) => !document.blocks.some((later) => later.line > entry.line && PUT_RIGHT.test(wordsOf(later))),
    )
    .map((entry) => ({
      rule: 'never-undone',
      text: `${quoted(entry.text)}: nothing says that it was put right again.`,
      lines: [entry.line],
    }));
}

const WORTH =
  /\b(?:acted promptly|promptly investigat\w*|within the expected timeframe|in a timely manner|swift(?:ly)?|efficiently|quick response|tough lesson)\b/gi;
const PROMISE =
  /\b(?:ensure (?:that )?(?:it|this) (?:doesn['’]t|does not|never) happens? again|never happen again|ensuring uninterrupted service)\b/gi;
const BROKEN_CHARACTERS = /\uFFFD|Ã[©¨¤¶¼±³]|â€[™œ\u009d]|√[†°©®]|Â[ ·°]/;
const UNFINISHED =
  /\b(?:a lot of lost|many|the|a|an|of|to|and|or|with|for|in|by|from)\s*\.\s*$|\b(?:the|a|an|of|and|or|with|for|in|by|from)\s*$/i;

function wordsAlone(block: WrittenBlock): readonly WrittenFinding[] {
  const words = wordsOf(block);
  const lines = [block.line];
  const each = (rule: string, pattern: RegExp, why: string): readonly WrittenFinding[] =>
    [...words.matchAll(pattern)].map(([said]) => ({ rule, text: `${quoted(said)}: ${why}`, lines }));
  const findings = [
    ...each('unsourced-verdict', WORTH, 'who says so, and by what measure?'),
    ...each('unsourced-promise', PROMISE, 'nobody can promise that; which measure is meant?'),
  ];
  if (BROKEN_CHARACTERS.test(words))
    findings.push({ rule: 'garbled-text', text: `Broken characters: ${quoted(around(words))}.`, lines });
  if (UNFINISHED.test(words))
    findings.push({
      rule: 'unfinished-sentence',
      text: `The sentence breaks off: ${quoted(words.slice(-50))}.`,
      lines,
    });
  if (block.kind === 'image' && !/^(?:https?:|data:)/.test(block.url))
    findings.push({
      rule: 'picture-out-of-reach',
      text: `The picture ${quoted(block.url)} lies on somebody's machine.`,
      lines,
    });
  return findings;
}

function around(words: string): string {
  const index = BROKEN_CHARACTERS.exec(words)?.index ?? 0;
  return words.slice(Math.max(0, index - 12), index + 12);
}
