import { aCommand, aMessage, aPin } from '../../builders.js';
import { draft, textsOf } from './drafting.js';

describe('the resolution', () => {
  it.each(['should be fixed now', 'this will be fixed in 10 min', 'checkout fully restored'])(
    'is not "%s"',
    (words) => {
      expect(textsOf(draft(aMessage('13:55', words)).resolution.claims)).toEqual([]);
    },
  );

  it('proposes the deed that came before the resolve, not the one without effect', () => {
    const document = draft(
      aMessage('12:30', 'restarting the web servers'),
      aMessage('12:40', 'restart did not help'),
      aMessage('13:30', 'rebuilding the orders index'),
    );
    expect(document.resolution.claims.map((claim) => [claim.text, claim.status])).toEqual([
      ['rebuilding the orders index', 'proposed'],
    ]);
  });

  it.each([
    ['seen, not done', 'it seems the restart of the orders index fixed it'],
    ['an exclamation of a bystander', 'restarted my browser and the orders load again!'],
    ['Chinese', '好像恢复了！我能刷订单了'],
    ['Chinese, hoped', '订单索引重启了，应该好了'],
    ['French', "l'index est redémarré, ça devrait être bon"],
    ['Spanish', 'parece que ya quedó, índice de orders reiniciado'],
    ['German', 'Index neu gestartet, müsste jetzt gehen'],
    ['Japanese', 'インデックスを再起動しました、直ったみたい'],
    ['with a time', 'restarting the orders index, 10 min'],
    ['a measure that falls', 'cpu on orders dropping, 100.. 70.. 30'],
    ['a question', 'rebuilt the orders index, are we good?'],
  ])('proposes nothing that is only hoped or watched: %s', (_, words) => {
    const document = draft(aMessage('13:40', words));
    expect(textsOf(document.resolution.claims)).toEqual([]);
    expect(document.questions.map((question) => question.slot)).toContain('resolution');
  });

  it('proposes no deed that a reply denies', () => {
    const deed = aMessage('13:30', 'rebuilt the orders index');
    const thread = deed.origin.kind === 'message' ? deed.origin.ts : null;
    const reply = aMessage('13:32', 'no, that was staging');
    const denied = {
      ...reply,
      origin: reply.origin.kind === 'message' ? { ...reply.origin, threadTs: thread } : reply.origin,
    };
    expect(textsOf(draft(deed, denied).resolution.claims)).toEqual([]);
  });

  it.each([
    'how we got out: blocked everything at the edge, let the tasks start, opened region by region',
    'what fixed it: index dropped, pool flushed',
    'Ce qui nous a sortis de là : index supprimé, pool vidé',
    'cómo salimos: índice borrado y pool vaciado',
    '怎么恢复的：新建集群，切流量',
    'どうやって復旧したか：インデックス削除、プールをリセット',
  ])('is what was pinned afterwards as the way out: %s', (text) => {
    const document = draft(aMessage('13:30', 'restarting web-3'), aPin('15:00', text));
    expect(document.resolution.claims.map((claim) => [claim.status, claim.text])).toEqual([['stated', text]]);
  });

  it('is proposed from a message that tells the deeds again when it was over', () => {
    const document = draft(
      aMessage('13:10', 'rolling back the orders index'),
      aMessage('13:30', 'flushing the connection pool'),
      aMessage('14:10', 'rolled back the orders index and flushed the connection pool'),
    );
    expect(document.resolution.claims.map((claim) => [claim.status, claim.text])).toEqual([
      ['proposed', 'rolled back the orders index and flushed the connection pool'],
    ]);
  });

  it('is not an observation that somebody ticked off', () => {
    const document = draft(
      aMessage('14:05', 'all orders go through again', { marks: ['white_check_mark'] }),
      aCommand('14:06', 'cause', 'full disk'),
    );
    expect(textsOf(document.resolution.claims)).toEqual([]);
  });

  const rollback = [
    aMessage('12:30', 'rolled back the checkout deploy'),
    aMessage('12:40', 'the checkout deploy rollback did not help, still failing'),
  ];

  it('asks by name whether a step on the way was put right', () => {
    const left = draft(...rollback).questions.find(({ slot }) => slot === 'left_over');
    expect(left?.ask).toBe('Was “rolled back the checkout deploy” put right again?');
  });

  it.each(['rolled the deploy forward again', 'deployed it again', 'wieder ausgerollt'])(
    'leaves nothing over after "%s"',
    (words) => {
      expect(draft(...rollback, aMessage('13:50', words)).resolution.leftOvers).toEqual([]);
    },
  );
});
