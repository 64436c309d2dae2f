import { topicOf } from './topic.js';

/** What a figure counts. */
export type Unit = 'percent' | 'people' | 'things' | 'money' | 'duration' | 'all';

/** A figure of a text: its unit, what is counted, and the number as written without separators. */
export interface Figure {
  readonly unit: Unit;
  /** Stem of the noun counted; empty for shares, money and time. */
  readonly noun: string;
  readonly number: string;
}

const PEOPLE =
  'users?|customers?|clients?|people|persons?|merchants?|tenants?|accounts?|visitors?|viewers?|players?|subscribers?|shoppers?|passengers?|patients?|students?|sellers?|drivers?|buyers?|employees?|members?|nutzer\\p{L}*|benutzer\\p{L}*|kund(?:en|innen)\\p{L}*|utilisateurs?|usuarios?|clientes?|usu[áa]rios?|personas?|pessoas?|jugadores|jogadores|utenti|clienti|ユーザー?|顧客|お客様|利用者|名|人|用户|客户|商户';
const THINGS =
  'orders?|requests?|sessions?|transactions?|payments?|log-?ins?|checkouts?|sites?|shops?|stores?|projects?|repositor(?:y|ies)|repos|issues?|merge requests?|builds?|jobs?|e?mails?|messages?|calls?|queries|downloads?|uploads?|webhooks?|payloads?|events?|records?|writes?|snippets?|comments?|bookings?|flights?|instances?|vms?|volumes?|domains?|services?|purchases?|pages?|rows?|devices?|bestellungen|anfragen|zahlungen|projekte?|kommentare?|commandes?|requ[êe]tes?|paiements?|projets?|pedidos?|solicitudes|pagos?|servicios?|requisi[çc][õo]es|pagamentos?|servi[çc]os?|ordini|richieste|注文|リクエスト|件|台|本|インスタンス|ボリューム|订单|请求|笔|实例';
/** Bounded, so that a page of digits costs no more than a page of words. */
const NUMBER = "\\d(?:[\\d.,’' \\u00a0\\u202f]{0,20}\\d)?";
const SCALE =
  '(?:\\s?(?:k|m|mn|bn|million(?:en|s|es)?|mio|milliard(?:en)?|billion|thousand|tausend|mil|mille|millones|milh[õo]es|万|千))?\\+?';
const counted = (nouns: string): RegExp =>
  new RegExp(
    `(?<![\\p{Script=Latin}\\d.,:#/_-])(${NUMBER})${SCALE}\\s?(?:[\\p{L}-]+\\s){0,3}?(${nouns})(?![\\p{Script=Latin}_-])(?!\\s(?:${nouns}))`,
    'giu',
  );
/** Scripts that put the noun before the number: `ボリューム1300本`. */
const PATTERNS: readonly (readonly [Unit, RegExp])[] = [
  [
    'percent',
    new RegExp(
      `(?<![\\p{Script=Latin}\\d.,])(${NUMBER})\\s?(?:%|％|percent|per cent|prozent|pour cent|por ciento|por cento|パーセント)`,
      'giu',
    ),
  ],
  [
    'money',
    /(?:[$€£¥]\s?(\d[\d.,]*)|(\d[\d.,]*)\s?(?:k|m|million|mio)?\s?(?:usd|eur|gbp|dollars?|euros?|pounds?|yen|円|元|美元)(?!\p{L}))/giu,
  ],
  ['people', counted(PEOPLE)],
  ['things', counted(THINGS)],
  [
    'duration',
    /(?<![\p{L}\d.,:])(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s?(?:h|hours?|hrs?|min(?:ute)?s?|days?|stunden?|minuten|tage|heures?|jours?|horas?|minutos|d[ií]as|dias)(?!\p{L})|(\d+)\s?(?:分間?|時間|日間|小时|分钟|天)|(?<!\d)(\d+)h\d{0,2}(?!\p{L})/giu,
  ],
];
const ALL =
  /\b(?:all|every|each|none of (?:the|our)) (?:\w+ )?(?:users?|customers?|clients?|visitors?|merchants?|orders?|requests?|sites?|traffic|one)\b|\b(?:nobody|everyone|everybody|no one)\b|\bhalf (?:of )?(?:the |our |all )?(?:users|customers|requests|orders|traffic)|\bcomplete(?:ly)? (?:outage|down)|(?<!\p{L})(?:alle (?:nutzer|kunden)|niemand|tous les (?:utilisateurs|clients)|todos los (?:usuarios|clientes)|todos os (?:usu[áa]rios|clientes))|全(?:ユーザー|員|顧客|利用者|部用户|体用户)|所有(?:用户|客户)/iu;

const AFFECTED =
  /(?<!\p{L})(?:affect\w*|impact\w*|hit|unable|can(?:'|no)?t|cannot|could ?n[o']t|fail\w*|down|without|saw|served|reject\w*|dropp\w*|miss(?:ed|ing)|lost|losing|lose|gone|degraded|unavailable|unusable|unreachable|inaccessible|offline|error(?:s|ing)?|returning|got a|broken|stuck|queued|backlog|pending|delayed|behind|revenue|of normal|was normal|were normal|betroffen\w*|ausgefallen|weg|verloren|offline|touch[ée]s?|affect[ée]s?|perdu\w*|afectad\w*|perdid\w*|afetad\w*|ca[ií]d\w*|sin servicio|inutilis\w+|inaccesible\w*|injoignable\w*|inutiliz\w+|nicht (?:nutzbar|erreichbar)|sem servi[çc]o)(?!\p{L})|影響|性能低下|停止|落ち|失敗|エラー|損失|损失|影响|失败|打不开|无法|不可用|使え|繋がら|つながら/iu;
const WHOSE = new RegExp(
  `(?<![\\p{L}])(?:${PEOPLE}|${THINGS}|traffic|network|fleet|(?:of|der|des|de|dos|das|do) (?:the |our |all |los |las |la |le )?\\p{L}{3,})(?!\\p{Script=Latin})|の(?:約|およそ)?\\d`,
  'iu',
);
const NOBODY_CAN = /\b(?:nobody|no one|no customers?|no users?) (?:can|is able|could|gets?)\b/i;
/** Numbers of machines and of the work on them say nothing of who was hit. */
const TECHNICAL =
  /\b(?:cpu|memory|disk|heap|packet loss|load avg|threads?|pool|connections?|copied|done|through|iops|mb\/s|gbit|qps|req\/s|p9\d|threshold)\b|kopiert|fertig|しきい値|阈值/iu;

const plainNumber = (written: string): string =>
  written.replace(/[,’' \u00a0\u202f](?=\d{3})/gu, '').toLowerCase();

/** Most texts count nothing, and need no closer look. */
const COUNTS = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve) \w/i;

/** The figures of a text. A number without a unit is none: 503, a port or a version says nothing of impact. */
export function figuresIn(text: string): readonly Figure[] {
  if (!COUNTS.test(text)) return ALL.test(text) ? [{ unit: 'all', noun: '', number: '' }] : [];
  const figures = PATTERNS.flatMap(([unit, pattern]) =>
    [...text.matchAll(pattern)].map((match): Figure => {
      const noun =
        unit === 'people' || unit === 'things' ? ([...topicOf(match[2] ?? '')][0] ?? match[2] ?? '') : '';
      const number = unit === 'people' || unit === 'things' ? match[1] : (match[1] ?? match[2] ?? match[3]);
      return { unit, noun, number: plainNumber(number ?? '') };
    }),
  );
  return ALL.test(text) ? [...figures, { unit: 'all', noun: '', number: '' }] : figures;
}

/** Whether a text says how many were hit, or how much was lost. */
export function isImpactFigure(
  text: string,
  figures: () => readonly Figure[] = () => figuresIn(text),
): boolean {
  if (NOBODY_CAN.test(text)) return true;
  if (!AFFECTED.test(text) && !/[$€£¥円元]|usd|eur|dollar/i.test(text)) return false;
  const units = new Set(figures().map((figure) => figure.unit));
  if (units.has('money')) return AFFECTED.test(text) || units.has('people');
  if (units.has('people') || units.has('all')) return AFFECTED.test(text);
  if (!AFFECTED.test(text) || TECHNICAL.test(text)) return false;
  return units.has('things') || (units.has('percent') && WHOSE.test(text));
}

/** Whether a text has any figure that may tell the extent: for statements that a person has vouched for. */
export const hasExtent = (text: string, figures: () => readonly Figure[] = () => figuresIn(text)): boolean =>
  isImpactFigure(text, figures) ||
  figures().some(
    ({ unit, noun, number }) =>
      unit === 'percent' || unit === 'duration' || (noun !== '' && Number.parseFloat(number) >= 10),
  );
