import type { Cue } from './cues.js';

/** The main acts in German, French, Spanish, Portuguese, Italian, Japanese and Chinese. Few and sure rather than many. */
export const ELSEWHERE: Readonly<Partial<Record<Cue, RegExp>>> = {
  symptom:
    /(?:ausfall|st(?:ö|oe)rung|nicht (?:erreichbar|verf(?:ü|ue)gbar)|langsam|fehler(?:rate|quote|meldung)?|l(?:ä|ae)dt nicht|kaputt|beschwer|en panne|indisponible|erreurs?\b|lent(?:e|eur)?\b|ne (?:marche|fonctionne|répond) (?:pas|plus)|plaintes|ca[ií]d[oa]|no (?:funciona|responde|carga)|lent[oa]\b|errores?\b|quejas|fora do ar|n(?:ã|a)o (?:funciona|responde|carrega)|erros?\b|reclama|non (?:funziona|risponde)|障害|エラー|ダウン|遅い|遅延|つながらない|繋がらない|応答(?:しない|なし|がない|してない|しなく)|落ち(?:て|た)|止ま(?:り|っ)|停止|固ま(?:っ|り)|タイムアウト|故障|报错|超时|无法|打不开|变慢|宕机|挂了|异常)/iu,
  investigating:
    /(?:(?:ich|wir) (?:schau|pr(?:ü|ue)f|untersuch|such)\w*|untersuchung|on regarde|je regarde|j'examine|on (?:v[ée]rifie|analyse|cherche)|je v[ée]rifie|revis(?:o|ando|amos)|investig(?:o|ando|amos)|mirando|verificando|olhando|analisando|controll(?:o|iamo)|調査|調べ|確認(?:中|します|してい)|見てみ|见日志|排查|正在查|查看|检查|看一下)/iu,
  suspected:
    /(?:verdacht|vermut\w*|k(?:ö|oe)nnte\w*|vielleicht|wahrscheinlich|ich (?:glaube|denke)|liegt (?:es|das) an|je (?:pense|soup[çc]onne|crois)|peut-[êe]tre|probablement|on dirait|[çc]a vient de|sospech\w*|creo que|quiz[áa]s?|tal vez|probablemente|parece (?:que|ser)|desconfi\w*|suspeit\w*|acho que|talvez|provavelmente|forse|sospett\w*|怪しい|か[?？]|じゃないか|かもしれ|疑い|疑って|疑わ|と思(?:う|い|われ)|可能性|たぶん|おそらく|怀疑|可能是|应该是|估计|会不会)/iu,
  'ruled-out':
    /(?:nicht (?:die ursache|der grund|das netz|daran)|keine? (?:besserung|ver(?:ä|ae)nderung|(?:ä|ae)nderung|wirkung|effekt)|hat (?:nichts|nicht) (?:gebracht|geholfen)|hilft nicht|(?:ist|war|sind) (?:es|das|er|sie) nicht|ausgeschlossen|falsche f(?:ä|ae)hrte|daran liegt(?:'s| es) nicht|immer noch|unver(?:ä|ae)ndert|pas (?:la cause|le (?:probl[èe]me|coupable|réseau)|d'am[ée]lioration|de changement|mieux)|ce n'est pas|aucun (?:effet|changement|am[ée]lioration)|fausse piste|n'a rien (?:chang[ée]|donn[ée])|toujours pareil|(?<![\p{L}])no (?:es|era|son|eran|fue)(?![\p{L}])|\p{L} no (?:es|era|son)(?![\p{L}])|sin (?:cambios|efecto|mejora)|no (?:ayud[óa]|sirvi[óo]|mejora)|descartad[oa]|pista falsa|sigue igual|n(?:ã|a)o (?:é|e|era) (?:a causa|o|a|isso)|sem (?:mudan[çc]a|efeito|melhora)|n(?:ã|a)o (?:ajudou|resolveu|adiantou|mudou)|pista falsa|continua igual|non (?:è|e) (?:la causa|il|la)|nessun (?:effetto|cambiamento)|(?:では|じゃ)(?:な(?:い|かった|さそう)|ありません)|ではありません|関係(?:な|あ(?:り)?ません)|変わら(?:ない|ず)|変化(?:なし|がない)|効果(?:なし|がない)|改善(?:しない|せず|なし|していない)|直ら(?:ない|ず)|問題な(?:い|さそう|し)|違(?:い|っ)(?:ました|た)|不是(?:.{0,8})(?:问题|原因|引起|导致)|没(?:有)?(?:变化|效果|改善|好转|用|关系)|无关|排除|还是一样|依旧|没问题)/iu,
  found:
    /(?:gefunden|ich war auf|nur noch|ist leer|festgestellt|stellt sich heraus|trouv[ée]|identifi[ée]|d[ée]couvert|il s'av[èe]re|encontr(?:é|ado|amos)|identificad[oa]|resulta que|encontr(?:ei|amos)|achei|descobri|trovat[oa]|見つけ|見つかり|わかった|分かった|判明|特定|わかりました|分かりました|发现|找到|定位)/iu,
  cause:
    /(?:ursache|grund (?:ist|war)|verursacht|liegt (?:an|am)|schuld|wegen\b|la cause|caus[ée] par|[àa] cause d|d[ûu] [àa]|provoqu[ée]|la causa|causad[oa] p[ou]r|debido a|por culpa de|provocad[oa]|a causa|devido a|por causa d|causat[oa] da|dovut[oa]|原因|根本|せいで|ために発生|により発生|による(?:もの|障害)|导致|引起|造成|根因|由于|因为)/iu,
  change:
    /(?:deployment|ausgerollt|update auf|(?:ä|ae)nderung|umgestellt|aktualisier|d[ée]ploiement|d[ée]ploy[ée]|mise [àa] jour|changement|despliegue|desplegad[oa]|actualizaci[óo]n|cambio|implanta[çc][ãa]o|atualiza[çc][ãa]o|mudan[çc]a|aggiornamento|modifica|デプロイ|リリース|変更|アップデート|更新|设置変更|発布|发布|上线|变更|升级|部署)/iu,
  acting:
    /(?:rolle\w* .{0,40}zur(?:ü|ue)ck|neustart|starte\w* .{0,40}neu\b|wiederherstell\w*|spiele\w* .{0,30}(?:ein|zur(?:ü|ue)ck)|schalte\w* .{0,40}(?:um|ab|aus)|(?:ich|wir|wird) (?:\p{L}+ )?(?:sperr|l(?:ö|oe)sch|leer|erh(?:ö|oe)h|deploy|korrigier|reparier|stell|entfern|blockier)\p{L}*|(?:je |j'|on )(?:ajoute|vide|coupe|bloque|augmente|r[ée]dui[st]|corrige|modifie|d[ée]ploie|applique|lance|bascule|purge|supprime|retire)|on (?:red[ée]marre|revient|restaure|bascule|d[ée]sactive|rollback)|je (?:red[ée]marre|reviens|restaure|bascule|rollback|relance|d[ée]sactive)|retour arri[èe]re|(?<!\p{L})(?:reinicio|a(?:ñ|n)ado|borro|desactivo|revierto|aplico|corrijo|subimos|bajamos|aplicando|corrigiendo|escalando)(?!\p{L})|reiniciando|restaurando|revirtiendo|haciendo rollback|vamos a (?:revertir|reiniciar|restaurar)|desactivando|(?<!\p{L})(?:adiciono|aplico|aplicando|corrigindo|aumentando|limpando|removendo)(?!\p{L})|revertendo|restaurando|fazendo rollback|desativando|riavvi(?:o|ando|amo)|ripristin(?:o|ando)|ロールバック(?:し|を|開始)|リセット(?:中|し|を)|手動で|入れ始め|始めます|再起動(?:し|を|中)|切り戻し|切り替え(?:ます|中)|復元|復旧作業|修正(?:中|します|を適用)|適用(?:中|します)|正在(?:回滚|重启|恢复|切换|修复|扩容)|回滚|重启|切换到|扩容)/iu,
  done: /(?:zur(?:ü|ue)ckgerollt|neu ?gestartet|behoben|repariert|umgeschaltet|abgeschaltet|eingespielt|zur(?:ü|ue)ckgesetzt|red[ée]marr[ée]|restaur[ée]|corrig[ée]|d[ée]sactiv[ée]|bascul[ée]|reiniciad[oa]|restaurad[oa]|revertid[oa]|corregid[oa]|desactivad[oa]|corrigid[oa]|desativad[oa]|riavviat[oa]|ripristinat[oa]|ロールバック(?:しました|完了)|再起動(?:しました|完了)|切り替え(?:ました|完了)|修正(?:しました|済)|適用(?:しました|完了)|復旧(?:しました)|已(?:回滚|重启|恢复|切换|修复|扩容)|(?:回滚|重启|恢复|切换|修复)(?:完成|了))/iu,
  escalated:
    /(?:eskalier\w*|hole\w* .{0,40}(?:dazu|ins boot)|rufe\w* .{0,40}an\b|hinzugezogen|aus dem bett|geweckt|wecke|angerufen|geklingelt|alarmier\w*|j'escalade|on escalade|escalade|j'appelle|on appelle|on fait venir|escal(?:o|amos|ando|ado|ei)|llam(?:o|amos) a|involucr\w*|avis(?:o|amos) al?|acion(?:o|amos|ando|ei)|cham(?:o|ando|ei) (?:o|a|os)|エスカレ|呼び(?:ます|出し|ました)|呼んで|入ってもら|電話し|に電話|応援|に連絡|に依頼|升级给|上报|叫上|联系了?|通知了?|拉.{1,8}进来|请.{1,12}(?:支援|协助))/iu,
  decided:
    /(?:entschieden|entscheidung|beschlossen|wir (?:machen|rollen|gehen|nehmen)|d[ée]cid[ée]|d[ée]cision|on (?:part sur|y va)|decidimos|decisi[óo]n|decid(?:ido|ió)|decis[ãa]o|deciso|decisione|決定|切り替えましょう|入れましょう|ことにしま|決めま|决定|就这么)/iu,
  recovering:
    /(?:erholt sich|wird besser|besserung in|sinkt|f(?:ä|ae)llt (?:wieder|auf)|l(?:ä|ae)uft wieder|teilweise|revient\b|s'am[ée]liore|baisse|remarche|partiellement|mejor(?:a|ando)|recuper(?:a|ando)\w*|bajando|vuelve a|parcialmente|melhor(?:a|ando)|voltando|normaliz\w+|migliora|torna\b|回復|改善し(?:て|ま)|戻(?:り|って)|減少|下がっ|落ち着|恢复中|好转|下降|逐渐|开始恢复|部分恢复)/iu,
  recovered:
    /(?:wieder (?:online|normal|erreichbar|verf(?:ü|ue)gbar)|behoben|alles gr(?:ü|ue)n|gel(?:ö|oe)st|r[ée]tabli|r[ée]solu|tout est (?:vert|revenu|bon)|de retour|resuelto|restablecid[oa]|todo (?:normal|verde|bien)|recuperad[oa]|resolvido|restabelecid[oa]|tudo (?:normal|verde|certo)|voltou|risolto|復旧|解消|正常(?:に戻|化|です|稼働)|全快|恢复正常|已恢复|全部恢复|已解决|解决了)/iu,
  communicated:
    /(?:statusseite|page de statut|p[áa]gina de (?:estado|status)|ステータスページ|お知らせ|告知|状态页|公告)/iu,
  'follow-up':
    /(?:wir (?:sollten|m(?:ü|ue)ssen|brauchen)|nacharbeit|ma(?:ß|ss)nahmen?|n(?:ä|ae)chste schritte|il faut(?:drait)?|maßnahmen|neu geschrieben werden|muss(?:en)? (?:\p{L}+ )*werden|on (?:devrait|doit)|[àa] faire|prochaines [ée]tapes|deber[ií]amos|tenemos que|hay que|pr[óo]ximos pasos|pendiente|dever[ií]amos|precisamos|temos que|pr[óo]ximos passos|pend[êe]ncia|dovremmo|dobbiamo|今後|再発防止|対策|必要(?:が|です)|べき|しましょう|したい(?:です)?|見直し|やります|追加(?:し|する|したい)|タスク|后续|改进|应该|需要|待办|下一步)/iu,
  promise:
    /(?:in (?:etwa |ca\.? )?\d+ (?:min|stunde)|sollte (?:gleich|bald|wieder|es gewesen sein)|m(?:ü|ue)sste|d(?:ü|ue)rfte|dans \d+ (?:min|h)|devrait|en \d+ (?:min|hora)|deber[ií]a (?:estar|quedar)|em \d+ (?:min|hora)|deve(?:ria|m)? (?:estar|voltar|ter)|あと\d+分|まもなく|そろそろ|はず(?:です|$)|还要\d+分|马上|应该(?:好|行|可以))/iu,
  correction:
    /(?:korrektur|falsch (?:gemessen|gez(?:ä|ae)hlt|abgelesen)|verz(?:ä|ae)hlt|stimmt nicht|erreur de ma part|je corrige|rectification|mal medid[oa]|me equivoqu[ée]|correcci[óo]n|medi errado|errei|corre[çc][ãa]o|訂正|間違え|誤り|更正|看错|算错|弄错)/iu,
  hedge:
    /(?:wahrscheinlich|vermutlich|vielleicht|m(?:ö|oe)glicherweise|probablement|peut-[êe]tre|sans doute|probablemente|quiz[áa]s|posiblemente|provavelmente|talvez|possivelmente|probabilmente|forse|おそらく|たぶん|かもしれ|と思われ|推定|可能|大概|估计|疑似)/iu,
  unknown:
    /(?:unbekannt|unklar|wissen (?:wir )?(?:noch )?nicht|keine ahnung|inconnu|on ne sait pas|aucune id[ée]e|desconocid[oa]|no (?:se )?sabemos|ni idea|desconhecid[oa]|n(?:ã|a)o sabemos|sem ideia|sconosciut[oa]|不明|わかりません|分かりません|わからない|分からない|未知|不清楚|不知道|尚不)/iu,
  chatter:
    /(?:kaffee|pizza|danke|guten (?:morgen|abend)|gute nacht|merci|bonjour|bonne nuit|caf[ée]|gracias|buenos d[ií]as|obrigad[oa]|bom dia|boa noite|grazie|buongiorno|ありがとう|おはよう|お疲れ|よろしく|谢谢|辛苦|早上好|晚安|哈哈|笑$|草$)/iu,
};
