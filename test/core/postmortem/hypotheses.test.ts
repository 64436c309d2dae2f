import type { TimelineEntry } from '../../../src/core/timeline/entry.js';
import { aCommand, aMessage } from '../../builders.js';
import { draft } from './drafting.js';

const told = (...entries: readonly TimelineEntry[]) =>
  draft(...entries).hypotheses.map(({ claim, outcome }) => [outcome, claim.text, claim.sources.length]);

describe('what was suspected', () => {
  it.each([
    ['English', 'maybe the load balancer', 'load balancer looks fine, not that'],
    ['a question', 'is the load balancer down?', 'the load balancer answers fine'],
    ['German', 'vielleicht der Loadbalancer?', 'der Loadbalancer ist es nicht'],
    ['French', 'je soupçonne le réseau', "le réseau va bien, ce n'est pas ça, fausse piste"],
    ['Spanish', '¿será la rotación de certificados?', 'certificados ok, no es la rotación'],
    ['Japanese', '冷水ポンプが怪しい', 'ポンプは正常、冷水ポンプではないです'],
    ['Chinese', '怀疑是网络问题', '网络正常，不是网络问题'],
  ])('is told with its end: %s', (_, raised, ended) => {
    expect(told(aMessage('12:20', raised), aMessage('12:30', ended))).toEqual([
      ['ruled_out', `${raised} — ${ended}`, 2],
    ]);
  });

  it('is confirmed where the cause says so, and not pursued where it says something else', () => {
    const entries = [
      aMessage('12:20', 'I think the certificate chain expired'),
      aMessage('12:40', 'perhaps the rate limiter on the gateway'),
      aCommand('13:30', 'cause', 'the certificate chain had expired'),
    ];
    expect(draft(...entries).hypotheses.map((hypothesis) => hypothesis.outcome)).toEqual([
      'confirmed',
      'abandoned',
    ]);
  });

  it('is not whether there is an incident at all', () => {
    expect(told(aMessage('12:20', 'false alarm?'), aMessage('12:25', "no, it's not a false alarm"))).toEqual(
      [],
    );
  });

  it('is not ruled out by a question', () => {
    const [first] = told(
      aMessage('12:20', 'I suspect the cache layer'),
      aMessage('12:25', "isn't the cache layer fine?"),
    );
    expect(first?.[0]).not.toBe('ruled_out');
  });

  it.each([
    ['English', 'could someone be ddosing the gateway', 'had a look, all real browsers. not a ddos'],
    [
      'Spanish',
      'el disco de db-01 anda al 91%, igual es eso',
      '91% es lo de siempre en ese disco. No es el disco',
    ],
    ['Chinese', '前两周上线过 WAF，会不会是它', 'WAF 那段回滚了，CPU 一点没降'],
    ['French', 'mon pari : une panne du fournisseur', 'ça ne peut pas être le fournisseur, on abandonne'],
  ])('is dropped by the next word about it, also where nobody says ruled out: %s', (_, raised, ended) => {
    expect(told(aMessage('12:20', raised), aMessage('12:30', ended))).toEqual([
      ['ruled_out', `${raised} — ${ended}`, 2],
    ]);
  });

  it.each([
    ['how many people cannot shop?', 'about 80% of people, they cannot browse'],
    ['redeploying the cache clusters', '60% of cache clusters clean'],
    ['bumping the task count of the gateway', 'gateway steady, 412 of 412 tasks healthy'],
  ])('is neither a question for facts nor a repair that goes well: %s', (raised, ended) => {
    const outcomes = told(aMessage('12:20', raised), aMessage('12:30', ended)).map(([outcome]) => outcome);
    expect(outcomes).not.toContain('ruled_out');
  });
});
