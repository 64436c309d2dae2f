import { likeness, shared, topicOf } from '../postmortem/topic.js';
import type { Incident } from './incident.js';

/** So many are shown. */
const SHOWN = 3;
/** How much of the shorter title the two must have in common. */
const ALIKE = 0.5;

/** Accents go, so that `café` meets `cafe`; and words of scripts that write vowels as marks stay whole. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();

/** What every incident is about, in the languages that we know some of: no two are alike for sharing only these. */
const TROUBLE = topicOf(
  plain(
    [
      'down broken error errors fail fails failing failed failure issue issues problem problems trouble incident',
      'outage alert slow slowly degraded latency timeout timeouts unavailable working work answers returns',
      'prod production service server servers system site test high low spike increased',
      'fehler ausfall langsam kaputt störung erreur panne lent errores caído lento erro lentidão',
      'ошибка ошибки сбой упал не работает медленно 실패 오류 장애 안됨 느림 विफल धीमा त्रुटि',
      '障害 エラー 遅い 停止 故障 错误 很慢',
    ].join(' '),
  ),
);

/** Open incidents whose title is about the same as this one, best first, at most three. */
export function similarIncidents(title: string, open: readonly Incident[]): readonly Incident[] {
  const asked = aboutOf(title);
  return open
    .map((incident) => ({ incident, ...compared(asked, aboutOf(incident.title)) }))
    .filter(({ isAlike }) => isAlike)
    .toSorted((a, b) => b.score - a.score || b.words - a.words || b.incident.number - a.incident.number)
    .slice(0, SHOWN)
    .map(({ incident }) => incident);
}

interface About {
  /** Content words, without those of trouble where there are others. */
  readonly topic: ReadonlySet<string>;
  /** The title without case and space, for titles of which no word is left (signs, emoji). */
  readonly whole: string;
}

function aboutOf(title: string): About {
  const text = plain(title);
  const all = topicOf(text);
  const own = new Set([...all].filter((word) => !TROUBLE.has(word)));
  return { topic: own.size > 0 ? own : all, whole: text.replace(/\s+/gu, '') };
}

function compared(one: About, other: About) {
  const isSame = one.whole !== '' && one.whole === other.whole;
  const score = isSame ? 2 : likeness(one.topic, other.topic);
  return { score, words: shared(one.topic, other.topic), isAlike: score > ALIKE };
}
