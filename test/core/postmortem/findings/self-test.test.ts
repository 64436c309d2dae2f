import { openCase } from '../../../../src/core/postmortem/case.js';
import { draftPostmortem } from '../../../../src/core/postmortem/draft.js';
import { findingsOf } from '../../../../src/core/postmortem/findings/findings.js';
import { RULES } from '../../../../src/core/postmortem/findings/rules.js';
import type { Claim, Postmortem } from '../../../../src/core/postmortem/model.js';
import { aCommand, aMessage, anAlert, aRecord } from '../../../builders.js';
import { findingsIn } from './finding.js';

const record = aRecord([
  anAlert('12:05', 'error rate 23% (threshold 2%)'),
  aMessage('12:20', 'we look at the logs of db-4 with <@UANA>'),
  aMessage('12:45', 'it is the index of the orders table'),
  aMessage('13:10', 'rebuilding it now'),
  aMessage('13:40', 'errors falling, 2% now'),
  aCommand('14:05', 'impact', '75% of users saw errors'),
  aCommand('14:06', 'cause', 'corrupted index on orders'),
]);

/** The findings in a draft whose impact was spoiled. */
function spoiled(text: string): readonly { readonly rule: string; readonly text: string }[] {
  const document = draftPostmortem(record, { version: 1 });
  const claims = document.impact.claims.map((claim): Claim => ({ ...claim, text }));
  const worse: Postmortem = { ...document, impact: { ...document.impact, claims } };
  return findingsOf(openCase(record), worse);
}

describe('the test of the draft by itself', () => {
  it('finds nothing in an ordinary record', () => {
    expect(draftPostmortem(record, { version: 1 }).findings).toEqual([]);
  });

  it.each([
    ['a digit', '76% of users saw errors', '76'],
    ['a digit more', '175% of users saw errors', '175'],
    ['a time', '75% of users saw errors since 12:01', '12:01'],
    ['a name', '75% of users saw errors, says @Ferdinand', '@Ferdinand'],
  ])('finds a changed claim: %s', (_, text, token) => {
    expect(spoiled(text).filter(({ rule }) => rule === 'not-in-record')).toEqual([
      expect.objectContaining({
        severity: 'error',
        text: `“${token}” stands in a statement, but not in the record that it cites. Please check it.`,
      }),
    ]);
  });

  it('finds a duration that does not follow', () => {
    const document = draftPostmortem(record, { version: 1 });
    const measures = document.measures.map((measure) => ({ ...measure, minutes: measure.minutes + 7 }));
    const found = findingsOf(openCase(record), { ...document, measures });
    expect(found.map(({ rule }) => rule)).toContain('not-in-record');
  });

  it('finds a secret, and does not repeat it', () => {
    const secret = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
    const found = spoiled(`75% of users saw errors, token ${secret}`).filter(
      ({ rule }) => rule === 'secret-left',
    );
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain(secret.slice(4, 20));
  });
});

describe('the findings', () => {
  const entries = [
    anAlert('12:00', 'latency 8.2s > 2s'),
    aMessage('12:40', 'silenced the disk alerts'),
    aCommand('14:05', 'impact', 'checkout down from 12:15 to 14:00, 75% of users, significant revenue loss'),
    aCommand('14:06', 'cause', 'Ben forgot the index'),
  ];

  it('are the same for the same record, and come by weight', () => {
    const weights = findingsIn(entries).map(({ severity }) => ['error', 'warn', 'info'].indexOf(severity));
    expect(weights.length).toBeGreaterThan(3);
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(findingsIn(entries)).toEqual(findingsIn(entries.toReversed()));
  });

  it('cite records that the document lists', () => {
    const document = draftPostmortem(aRecord(entries), { version: 1 });
    const listed = document.records.map(({ id }) => id);
    expect(document.findings.flatMap(({ about }) => about).filter((id) => !listed.includes(id))).toEqual([]);
    expect(document.findings.every(({ about, slot }) => about.length > 0 && slot !== '')).toBe(true);
  });

  it('have rules of different names', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  });

  it.each([
    [
      'German',
      [
        'Kasse komplett langsam',
        'wir rollen das Deployment zurück',
        'keine Besserung',
        'Fehlerquote sinkt',
        'alles grün',
      ],
    ],
    ['French', ['le site est en panne', 'on redémarre le serveur', "ça n'a rien changé", 'tout est revenu']],
    ['Spanish', ['no carga el sitio', 'reiniciando', 'sigue igual', 'ya funciona todo']],
    ['Japanese', ['サイトが落ちています', '再起動します', '変わらず', '復旧しました']],
    ['Chinese', ['网站打不开', '正在重启', '没变化', '恢复了']],
    ['chatter', ['lol nobody can find the coffee', 'everyone is here? 🍕', 'I forgot my badge', 'all good']],
  ])('are none for ordinary talk: %s', (_, sayings) => {
    const clocks = ['12:20', '12:45', '13:10', '13:35', '13:50'];
    const talk = sayings.map((text, i) => aMessage(clocks[i] ?? '13:55', text));
    expect(findingsIn([anAlert('12:05', 'error rate 23% > 2%'), ...talk])).toEqual([]);
  });
});
