import type { Message } from '../../core/effects.js';
import type { FormAsked } from '../../core/forms/form.js';
import { subcommandNamed } from '../../core/grammar/subcommands.js';
import type { Incident } from '../../core/incident/incident.js';
import { addressed } from '../addressed.js';
import { buttons, message, sections } from '../blocks.js';
import { escaped, singleLine } from '../mrkdwn.js';

/** Slack opens a form only within three seconds: how to say it in words, and a button to try again. */
export function formNotOpened(form: FormAsked, incident: Incident | null): Message {
  const verb = verbOf(form);
  const example = subcommandNamed(verb)?.example ?? `/incident ${verb} TEXT`;
  const text = `Nothing was saved: the form could not be opened in time. Open it again, or say it in words, as in \`${escaped(example)}\`.`;
  const again = [verb, argumentOf(form)].filter((word) => word !== '').join(' ');
  const command = incident === null ? again : addressed(incident, again);
  return message(text, [...sections(text), ...buttons([{ label: 'Open the form', command }])]);
}

function verbOf(form: FormAsked): string {
  if (form.name === 'section') return 'postmortem';
  if (form.name !== 'statement') return form.name;
  return form.what === 'decision' ? 'decide' : form.what;
}

/** What the command needs in order to open this very form; a title would declare at once. */
function argumentOf(form: FormAsked): string {
  switch (form.name) {
    case 'edit':
      return form.code;
    case 'answer':
      return singleLine(form.question);
    case 'section':
      return `edit ${form.section}`;
    case 'declare':
    case 'update':
    case 'task':
    case 'statement':
    case 'before':
      return '';
  }
}
