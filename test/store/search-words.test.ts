import { searchQuery, searchWords } from '../../src/store/search-words.js';

describe('the words of a text', () => {
  it.each([
    ['words and signs in their places', "It's 50% up", "'it':1 '''':2 's':3 '50':5 '%':6 'up':8"],
    ['pairs of letters where there are no spaces', '障害発生', "'障害':1 '害発':2 '発生':3 '生':4"],
    ['both kinds side by side', 'API障害', "'api':1 '障害':2 '害':3"],
    ['what Slack has escaped as it was typed', 'a &amp;&lt;b', "'a':1 '&':3 '<':4 'b':5"],
    ['mentions without the name', '<@U1|ada>', "'<':1 '@':2 'u1':3 '>':4"],
    ['backslashes for PostgreSQL', 'C:\\', "'c':1 ':':2 '\\\\':3"],
    ['nothing', ' \n\t', ''],
  ])('are %s', (_what, text, words) => {
    expect(searchWords(text)).toBe(words);
  });

  it.each([
    ['STRASSE', 'straße'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['İstanbul', 'istanbul'],
    ['ＡＰＩ', 'api'],
    ['ﾃﾞｰﾀ', 'データ'],
    ['❤️', '❤'],
    ['ДЕПЛОЙ', 'деплой'],
  ])('are the same for %s and %s', (one, other) => {
    expect(searchWords(one)).toBe(searchWords(other));
  });

  it('stay within what PostgreSQL takes, however long the text', () => {
    const words = searchWords(`${'x'.repeat(5_000)} ${'a b '.repeat(10_000)}`);

    expect(words.length).toBeLessThan(200_000);
    expect(words.startsWith(`'${'x'.repeat(100)}':1 `)).toBe(true);
  });
});

describe('a search', () => {
  it.each([
    ['the beginning of each word', 'deploy rollb', "('deploy':*) & ('rollb':*)"],
    ['signs as they are', 'api-gateway 50%', "('api' <-> '-' <-> 'gateway':*) & ('50' <-> '%')"],
    ['any part of a run without spaces', '害発 障害発', "('害発') & ('障害' <-> '害発')"],
    ['a single letter of such a run', '生', "('生':*)"],
    ['each word once', 'a a', "('a':*)"],
  ])('looks for %s', (_what, text, query) => {
    expect(searchQuery(text)).toBe(query);
  });

  it('for nothing is none', () => {
    expect(searchQuery(' \u200b ')).toBeNull();
  });
});
