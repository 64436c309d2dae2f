import { listItems } from '../../../src/core/postmortem/list-items.js';

describe('the items of a list', () => {
  it.each([
    ['1. backups 2. storage 3. cluster', ['backups', 'storage', 'cluster']],
    ['4. alerts\n5. drills', ['alerts', 'drills']],
    ['6. steps for restore', ['steps for restore']],
    ['Measures:\n- prompt in colour\n- restore tests', ['prompt in colour', 'restore tests']],
    ['• one\n• two', ['one', 'two']],
    ['to do: 1) this 2) that', ['this', 'that']],
  ])('%j', (text, items) => {
    expect(listItems(text)).toEqual(items);
  });

  it.each([
    'the disk was full - again',
    'we run version 2. That is old',
    'ports 80, 443',
    'see chapter 3. and 7. of the book',
  ])('%j is no list', (text) => {
    expect(listItems(text)).toEqual([]);
  });
});
