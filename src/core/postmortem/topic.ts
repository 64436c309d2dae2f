/** Words that say nothing of what a text is about, in the languages that we know some of. */
const STOP = new Set(
  [
    'a an the and or but of in on at to for from by with as is are was were be been it its this that we i you he she they us me my our your not no so if do did does',
    'have has had will can up out into than then there here now just all still again also very what when who how why which some any more one get got let like about',
    'der die das und oder ist war sind wir ich es er sie ein eine den dem des von zu zum zur auf mit nicht kein keine auch noch nur so wie aus bei nach seit bis im am',
    'le la les un une des du de et ou est sont nous vous il elle on pas ne que qui dans pour sur avec au aux el los las una uno y o es son en por para con del al se lo',
    'esta está este estas están esto eso esa ese ya más mas muy todo toda todos todas otra otro otra otras mismo misma hay si sí me mi te tu nos ni pero porque cuando fue era ha han he hoy aquí ahí así bien vez como qué quién cuánto desde hasta sobre',
    'ce cet cette ces ça cela c est et ou où mais donc car si plus moins très tout toute tous toutes même encore déjà ici là y a ai as ont été être fait mon ma mes ton son sa ses leur j d l n s qu quand comment pourquoi depuis jusqu sur sous deux',
    'dass wenn weil aber doch schon mal jetzt hier da mir mich dir uns euch mein dein sein ihr war wird werden wurde hat haben hatte kann muss soll alle alles viel mehr sehr noch einmal über unter vor ab',
    'está estão esse essa isso este isto já mais muito tudo todo toda outro outra mesmo mesma há se sim me meu minha seu sua nós mas porque quando foi era tem têm agora aqui lá assim bem vez desde até sobre',
    'os as um uma e do da dos das em na nos nas com não nao gli di che per sin sem',
  ].flatMap((line) => line.split(' ')),
);
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[\p{L}\p{N}])+/gu;

/** Most texts need no tables of all the world's letters. */
const PLAIN = /^[\x20-\x7e]*$/;
const PLAIN_WORD = /[a-z0-9]+/g;

/** What a text is about: its content words cut to six letters, so that inflections meet; pairs of characters for scripts without spaces. */
export function topicOf(text: string): ReadonlySet<string> {
  const topic = new Set<string>();
  const isPlain = PLAIN.test(text);
  const words = isPlain
    ? text.toLowerCase().match(PLAIN_WORD)
    : text.normalize('NFKC').toLowerCase().match(WORD);
  for (const word of words ?? []) {
    if (!isPlain && UNSPACED.test(word)) {
      for (let i = 0; i < Math.max(1, word.length - 1); i += 1) topic.add(word.slice(i, i + 2));
    } else if ((word.length > 1 || /^\d$/.test(word)) && !STOP.has(word)) {
      topic.add(word.slice(0, 6));
    }
  }
  return topic;
}

/** How many words two topics have in common. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let count = 0;
  for (const word of few) if (many.has(word)) count += 1;
  return count;
}

/** How much of the smaller topic the two have in common, 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const size = Math.min(one.size, other.size);
  return size === 0 ? 0 : shared(one, other) / size;
}

/** Words in common, the beginnings of one another included: `ddos` and `ddosing`. */
export function kin(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = shared(one, other);
  for (const word of beginningsIn(one)) if (!other.has(word) && startsAny(other, word)) count += 1;
  for (const word of beginningsIn(other)) if (!one.has(word) && startsAny(one, word)) count += 1;
  return count;
}

/** The words of a topic that may begin others. */
function beginningsIn(topic: ReadonlySet<string>): readonly string[] {
  const known = BEGINNINGS.get(topic);
  if (known !== undefined) return known;
  const words = [...topic].filter((word) => word.length >= 4 && word.length < 6);
  BEGINNINGS.set(topic, words);
  return words;
}

/** Looked up once for each topic: it is held against many others. */
const BEGINNINGS = new WeakMap<ReadonlySet<string>, readonly string[]>();

/** Words are cut to six letters, so only shorter ones can begin another. */
function startsAny(words: ReadonlySet<string>, beginning: string): boolean {
  for (const word of words) if (word.length > beginning.length && word.startsWith(beginning)) return true;
  return false;
}
