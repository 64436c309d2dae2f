/** What somebody says that a text is, by its first words: "Root cause: …", "Auslöser war …", "原因: …". */
export type Label = 'impact' | 'cause' | 'trigger' | 'fix';

const COLON =
  '\\s*(?:for the (?:record|report|write-?up|postmortem)|in (?:short|brief|one (?:line|sentence))|en (?:corto|breve|resumen|bref|r[ée]sum[ée])|em resumo|kurz(?: gesagt)?|in breve)?\\s*(?:[:：=]|\\s[-–—]\\s|\\b(?:is|was|were|are|ist|war|waren|est|était|es|fue|era|é|foi)\\b|は|是)';
/** A head of a few words that ends in a colon: "how we got out: …". */
const HEAD_END = '[^.:：。!?]{0,40}[:：]';
const LABELS: readonly (readonly [Label, RegExp])[] = [
  [
    'trigger',
    new RegExp(
      `^\\W*(?:the )?(?:2nd |second )?(?:triggers?|triggered by|ausl(?:ö|oe)ser|d[ée]clencheur|(?:el |lo que lo )?(?:desencadenante|disparador|detonante)|(?:o )?gatilho|トリガー|きっかけ|発端|诱因|触发原因)(?:${COLON}|\\b)|^\\W*(?:and )?(?:what|how it|when it) (?:set (?:it|this|that|us|everything|all)(?: \\p{L}+)? off|(?:was )?(?:set off|triggered|kicked off|started)(?: (?:it|this|that|everything))?|tipped)|^\\W*(?:was|wodurch) .{0,30}ausgel(?:ö|oe)st|^\\W*ce qui (?:a|l'a) (?:tout )?d[ée]clench|^\\W*lo que (?:lo |la )?(?:dispar|desat|desencaden|provoc)|^\\W*o que (?:disparou|desencadeou|provocou)`,
      'iu',
    ),
  ],
  [
    'cause',
    new RegExp(
      `^\\W*(?:(?:the|our|la|el|die|der|a|o|il) )?(?:root[- ]?causes?|causes?|reason|ursache|grund(?:ursache)?|cause racine|causa(?: ra[ií]z)?|根本原因|原因|根因)${COLON}`,
      'iu',
    ),
  ],
  [
    'fix',
    new RegExp(
      `^\\W*(?:(?:the|la|el|l[ae]s?|die|der|das|a|o|il) )?(?:fix|resolution|resolved by|solution|l(?:ö|oe)sung|behebung|solution|soluci[óo]n|resoluci[óo]n|solu[çc][ãa]o|resolu[çc][ãa]o|対応(?:まとめ)?|対処|復旧(?:方法|手順)|解决(?:方案)?|修复)${COLON}|^\\W*(?:so )?(?:what (?:fixed|solved|ended|saved|cured|got|brought)|how (?:we|it|this|that|things) (?:got|was|were|came|ended|fixed|solved|stopped|recovered|resolved|went)|was (?:uns )?(?:geholfen|gerettet)|(?:wie|so) (?:haben |sind )?wir|wie es|ce qui (?:nous )?(?:a|l'a)|comment (?:on|nous|c)|c[óo]mo (?:salimos|volvimos|lo |se |la )|como (?:sa[íi]mos|voltamos|resolvemos|foi)|come (?:ne |abbiamo)|(?:最后)?(?:怎么|如何|是怎么)(?:恢复|解决|修|好)|どう(?:やって)?(?:復旧|直|対応))${HEAD_END}`,
      'iu',
    ),
  ],
  [
    'impact',
    new RegExp(
      `^\\W*(?:(?:the|l['’]|el|o) ?)?(?:impact|auswirkung(?:en)?|impacto|影響(?:範囲)?|影响)${COLON}`,
      'iu',
    ),
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
  /\bfor the (?:report|record|records|postmortem|post-mortem|write-?up|summary|status page)\b|fürs protokoll|pour le (?:rapport|compte[- ]rendu)|para (?:el|o) (?:informe|registro|relat[óo]rio|postmortem)|まとめ|振り返り|记录一下|复盘|总结一下|^\W*(?:recap|summary|to sum up|tl;?dr|in numbers|bilan|r[ée]sum[ée]|en r[ée]sum[ée]|zusammenfassung|resumen|resumo|riepilogo)\b/iu.test(
    text,
  );

/** Begins as a decision. */
export const SAYS_DECISION =
  /^\W*(?:ok |okay )?(?:decision|decided|entscheidung|d[ée]cision|decisi[óo]n|decis[ãa]o|決定|决定)\b|決定です/iu;
