/** Within a cause: the part that says what set it off. Ends at a comma, a full stop, a colon or a closing bracket. */
const REST = '[^.;。；]{4,160}';
const BRIEF = '[^.;:,)。；：，）]{4,120}';
/** What a trigger is made of: something was changed, or something came over it. */
const CHANGE =
  /\b(?:deploy\w*|upgrad\w*|releas\w+|migrat\w*|chang\w*|roll-?out|maintenance|updat\w*|push\w*|version|load|traffic|surge|spike|cron\w*|batch|job|failover|switch\w*|restart\w*|expir\w*|partition|enabl\w*|merg\w*|rotation|replacing)\b|(?:ä|ae)nderung|umstellung|aktualisierung|wartung|last\b|changement|mise [àa] jour|d[ée]ploiement|migration|cambio|despliegue|actualizaci[óo]n|mantenimiento|mudan[çc]a|atualiza[çc][ãa]o|implanta[çc][ãa]o|manuten[çc][ãa]o|aggiornamento|modifica|変更|リリース|デプロイ|更新|切り離し|メンテ|フェイルオーバー|負荷|发布|上线|变更|升级|流量|切换/iu;
const SURE: readonly RegExp[] = [
  new RegExp(
    `((?:probably |likely |most likely |apparently |possibly |presumably |maybe )?(?:caused|triggered|introduced|provoked|set off|brought on|kicked off|started) (?:by|when|after|with) ${REST})`,
    'iu',
  ),
  /((?:why|how|what|warum|wie|pourquoi|por qu[eé]|por que) [^.;]{3,100}(?:not (?:yet )?(?:known|clear|established|understood)|unknown|unclear|no idea|unklar|unbekannt|inconnu|no se sabe|desconocid[oa]|n(?:ã|a)o se sabe)[^.;]{0,40})/iu,
  new RegExp(
    `((?:trigger(?:ed)?|ausl(?:ö|oe)ser|d[ée]clencheur|desencaden\\w*|disparador|gatilho|トリガー|きっかけ|诱因|触发)${REST})`,
    'iu',
  ),
  new RegExp(
    `((?:ausgel(?:ö|oe)st|verursacht) durch ${REST}|(?:provoqu[ée]e?|d[ée]clench[ée]e?|caus[ée]e?) par ${REST}|(?:provocad[oa]|causad[oa]|desencadenad[oa]) p[eo]r ${REST})`,
    'iu',
  ),
];
const LEADS: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})((?:probably |likely )?(?:after|following|during|since|when|while|once|under|in|from|by|with|due to|because of|as|nach|durch|bei|seit|wegen|apr[èe]s|suite [àa]|lors d\\w+|pendant|depuis|tras|despu[ée]s de|durante|ap[óo]s|depois d\\w+|dopo|durante) ${BRIEF})`,
    'giu',
  ),
  /([^、。,]{2,60}(?:により|による|によって|の際に|した際|後に|時に|中に))/gu,
  /((?:由于|因为|在)[^,，。]{2,60})/gu,
];

/** The clause that says in so many words what set it off, or that this is not known; null when there is none. */
export function statedTriggerClause(cause: string): string | null {
  for (const pattern of SURE) {
    const clause = pattern.exec(cause)?.[1];
    if (clause !== undefined) return trimmed(clause);
  }
  return null;
}

/** The clause of a cause that names its trigger, or says that it is not known, else one that tells of a change; null when there is none. */
export function triggerClause(cause: string): string | null {
  const stated = statedTriggerClause(cause);
  if (stated !== null) return stated;
  for (const pattern of LEADS) {
    for (const match of cause.matchAll(pattern)) {
      const clause = match[1] ?? '';
      if (CHANGE.test(clause) && clause.length < cause.length) return trimmed(clause);
    }
  }
  return null;
}

/** The speaker's own word for it opens the clause: `triggered by`, `caused by`, `because of`. */
const NAMES_IT =
  /^\W*(?:(?:the|el|o|der|le) )?(?:(?:most )?(?:probably|likely)|apparently|possibly|presumably|maybe|wahrscheinlich|vermutlich|probablement|probablemente|provavelmente)?\s*(?:trigger|(?:caused|triggered|introduced|provoked|set off|brought on|kicked off|started) (?:by|when|after|with)|due to|because of|as a result of|set off by|ausl(?:ö|oe)ser|ausgel(?:ö|oe)st|verursacht|wegen|d[ée]clench|provoqu|caus[ée]|suite [àa]|[àa] cause d|desencaden|disparador|gatilho|provocad|debido a|por culpa d|devido a|por causa d|dovut|トリガー|きっかけ|诱因|触发|由于|因为)|(?:により|によって|による)$/iu;

export const namesTrigger = (clause: string): boolean => NAMES_IT.test(clause);

const trimmed = (clause: string): string => {
  const text = clause.trim();
  return text.endsWith(')') || !text.includes('(') ? text : `${text})`;
};
