import type { Chance } from './chance.js';

type Words = readonly [string, ...string[]];

const PARTS = [
  'the checkout service',
  'payments-api',
  'the orders index',
  'the load balancer',
  'redis cluster 2',
  'the search shards',
  'the login pods',
  'kafka consumer lag',
  'the nightly batch',
  'the CDN',
  'the feature flag for new-cart',
  'the connection pool',
  'pg_stat_activity',
  'the eu-west replica',
  'the DNS resolver',
  'the rate limiter',
] as const satisfies Words;
const DAYS = ['Friday', 'July 31', 'tomorrow', 'next Monday'] as const satisfies Words;

/** Places for words: {part}, {n} a small number, {pct}, {ms}, {clock}, {who} a mention, {day}, {hash}. */
const CHAT = [
  'seeing errors on {part} since {clock}',
  'is anyone looking at {part}?',
  'looking at {part} now',
  'maybe it is {part}?',
  'I suspect {part}, CPU is at {pct}%',
  'not {part}, that looks fine',
  'ruled out {part}: no change after the restart',
  'rolling back {part} to build {hash}',
  'restarted {part}, watching',
  'about {pct}% of requests to {part} fail, p99 is {ms} ms',
  '{pct}% of users cannot pay right now',
  'found it: {part} ran out of connections because of the {hash} deploy',
  'the root cause looks like {part} after the upgrade',
  'error rate is going down, {pct}% now',
  'looks good again, {part} has recovered',
  'should be fixed now',
  'still failing here',
  'sorry, wrong dashboard, it was {pct}% and not more',
  'no, that number is wrong',
  '<@{who}> can you check {part}?',
  'paging <@{who}>, we need help with {part}',
  'thanks <@{who}>',
  'lol',
  'brb coffee :coffee:',
  'ok',
  '+1',
  '🎉',
  'TODO: add an alert for {part} by {day}',
  'we should write a runbook for {part} later',
  'decision: we fail over {part} at {clock}',
  'customers write in, {n} tickets so far',
  'disabled {part}, error rate unchanged',
  'scaled {part} from {n} to 40 pods',
  'dashboard: https://grafana.example/d/{hash}?from=now-1h&var=a|b',
  'stack trace says `TimeoutException` in {part} line {n}',
  '```\nERROR {hash} {part} upstream timed out ({ms} ms)\nERROR {hash} retry {n}\n```',
  'update for the status page: {part} degraded, we are working on it',
  'who has access to {part}? I do not',
  'memory of {part} is at {pct}% and climbing',
  'that started at {clock}, right after {hash} went out',
  'wir rollen {part} zurück',
  'Fehlerquote sinkt auf {pct} %',
  'ich glaube es liegt an {part}',
  '{part} ist es nicht, da ist alles normal',
  'on redémarre {part}',
  'je soupçonne {part}, {pct} % des requêtes échouent',
  'ce n’est pas {part}',
  'estamos revirtiendo {part}',
  'creo que es {part}, {pct}% de los pagos fallan',
  'ainda com erros em {part} desde {clock}',
  'reiniciei {part}, agora está normal',
  '{part} をロールバックしました',
  '原因は {part} のようです',
  '{part} は正常です、関係ないと思います',
  '正在回滚 {part}',
  '怀疑是 {part},错误率 {pct}%',
  '<!here> {part} is down *again* & nobody knows why <https://wiki.example/{hash}|runbook>',
] as const satisfies Words;

const ALERTS = [
  '[FIRING] HighErrorRate: {part} error rate {pct}% > 5%',
  '[RESOLVED] HighErrorRate: {part} error rate back under 5%',
  'CRITICAL: p99 latency of {part} is {ms} ms (threshold 800 ms)',
  'Build {hash} passed in {n} min',
  'Deploy {hash} of {part} finished',
  'PagerDuty: incident acknowledged by on-call',
  'DiskSpaceLow on {part}: {pct}% used',
] as const satisfies Words;

const FILLING: Readonly<Record<string, (chance: Chance) => string>> = {
  part: (chance) => chance.pick(PARTS),
  n: (chance) => String(1 + Math.floor(chance.next() * 60)),
  pct: (chance) => String(1 + Math.floor(chance.next() * 99)),
  ms: (chance) => String(100 + Math.floor(chance.next() * 9000)),
  clock: (chance) =>
    `${10 + Math.floor(chance.next() * 13)}:${String(Math.floor(chance.next() * 60)).padStart(2, '0')}`,
  who: (chance) => `UP${Math.floor(chance.next() * PEOPLE_COUNT)}`,
  day: (chance) => chance.pick(DAYS),
  hash: (chance) =>
    Math.floor(chance.next() * 2 ** 28)
      .toString(16)
      .padStart(7, '0'),
};

/** How many people an incident has at most; their ids are `UP0` and up. */
export const PEOPLE_COUNT = 60;

const filled = (chance: Chance, template: string): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => FILLING[name]?.(chance) ?? whole);

/** What somebody types into the channel: mostly a line, at times a paragraph, rarely a page. */
export function chatLine(chance: Chance): string {
  if (chance.happens(0.0005)) return paragraph(chance, 40_000);
  if (chance.happens(0.02)) return paragraph(chance, 400 + Math.floor(chance.next() * 3600));
  return filled(chance, chance.pick(CHAT));
}

/** So many characters of talk. */
export function paragraph(chance: Chance, length: number): string {
  let text = '';
  while (text.length < length) text += `${filled(chance, chance.pick(CHAT))}. `;
  return text.slice(0, length);
}

export const alertLine = (chance: Chance): string => filled(chance, chance.pick(ALERTS));
