import { SUBCOMMANDS } from '../../../src/core/grammar/subcommands.js';
import { help } from '../../../src/render/messages/help.js';
import { shown } from '../faults.js';

describe('help', () => {
  it('has a line for each verb of the table', () => {
    const text = shown(help(null));

    for (const row of SUBCOMMANDS) expect(text).toContain(`\`${row.verb}\``);
  });

  it.each(SUBCOMMANDS.map((row) => row.verb))('explains %s', (verb) => {
    expect(shown(help(verb))).toContain('For example');
  });

  it('knows aliases', () => {
    expect(help('pm')).toEqual(help('postmortem'));
  });
});
