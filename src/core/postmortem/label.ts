/** What somebody says that a text is, by its first words: "Root cause: …", "Auslöser war …", "原因: …". */
export type Label = 'impact' | 'cause' | 'trigger' | 'fix';

const COLON =
  '\\s*(?:for the (?:record|report|write-?up|postmortem))?\\s*(?:[:：=]|\\s[-–—]\\s|\\b(?:is|was|were|are|ist|war|waren|est|était|es|fue|era|é|foi)\\b|は|是)';
const LABELS: readonly (readonly [Label, RegExp])[] = [
  [
    'trigger',
    new RegExp(
      `^\\W*(?:the )?(?:2nd |second )?(?:triggers?|triggered by|ausl(?:ö|oe)ser|d[ée]clencheur|(?:el |lo que lo )?(?:desencadenante|disparador|detonante)|(?:o )?gatilho|トリガー|きっかけ|発端|诱因|触发原因)(?:${COLON}|\\b)`,
      'iu',
    ),
  ],
  [
    'cause',
    new RegExp(
      `^\\W*(?:the |our )?(?:root[- ]?causes?|causes?|reason|ursache|grund(?:ursache)?|cause racine|causa(?: ra[ií]z)?|根本原因|原因|根因)${COLON}`,
      'iu',
    ),
  ],
  [
    'fix',
    new RegExp(
      `^\\W*(?:the )?(?:fix|resolution|resolved by|solution|l(?:ö|oe)sung|behebung|solution|soluci[óo]n|resoluci[óo]n|solu[çc][ãa]o|resolu[çc][ãa]o|対応(?:まとめ)?|対処|復旧(?:方法|手順)|解决(?:方案)?|修复)${COLON}`,
      'iu',
    ),
  ],
  [
    'impact',
    new RegExp(`^\\W*(?:the )?(?:impact|auswirkung(?:en)?|impacto|影響(?:範囲)?|影响)${COLON}`, 'iu'),
  ],
];

/** "Why it broke is not known" is about the trigger, and no cause. */
const UNKNOWN_WHY =
  /^\W*(?:why|how|warum|wieso|pourquoi|por qu[eé]|por que)\b.{3,80}(?:not (?:yet )?known|unknown|unclear|unklar|unbekannt|inconnu|no se sabe|desconocid|n(?:ã|a)o se sabe|不明)/iu;

export function labelOf(text: string): Label | null {
  if (UNKNOWN_WHY.test(text)) return 'trigger';
  return LABELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Said to be kept: "for the record", "for the report". */
export const isForTheRecord = (text: string): boolean =>
  /\bfor the (?:report|record|records|postmortem|post-mortem|write-?up|summary|status page)\b|fürs protokoll|pour le (?:rapport|compte[- ]rendu)|para (?:el|o) (?:informe|registro|relat[óo]rio|postmortem)|まとめ|记录一下/iu.test(
    text,
  );

/** Begins as a decision. */
export const SAYS_DECISION =
  /^\W*(?:ok |okay )?(?:decision|decided|entscheidung|d[ée]cision|decisi[óo]n|decis[ãa]o|決定|决定)\b|決定です/iu;
