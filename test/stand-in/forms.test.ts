import type { WebClient } from '@slack/web-api';
import type { StandIn } from '../../src/stand-in/start.js';
import { aBoltApp, aClient, aWorkspace } from './small-app.js';

let slack: StandIn;
let client: WebClient;
beforeEach(async () => {
  ({ slack } = await aWorkspace());
  client = aClient(slack);
});
afterEach(() => slack.close());

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const input = (id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(id),
  element: { action_id: `${id}-field`, ...element },
  ...more,
});
const formOf = (...blocks: object[]): never =>
  ({ type: 'modal', callback_id: 'form', title: plain('Form'), submit: plain('Go'), blocks }) as never;

async function open(...blocks: object[]): Promise<void> {
  const { triggerId } = slack.as('ana').command('ops', '/incident', '');
  await client.views.open({ trigger_id: triggerId, view: formOf(...blocks) });
}

const lastPayload = () => slack.deliveries.at(-1)?.payload;
const values = () => {
  const { view } = lastPayload() as { view: { state: { values: unknown } } };
  return view.state.values;
};

describe('a form', () => {
  it('is filled in by kinds of fields, with people and channels by name', async () => {
    await open(
      input('title', { type: 'plain_text_input' }),
      input('started', { type: 'datetimepicker' }),
      input('due', { type: 'datepicker' }),
      input('at', { type: 'timepicker' }),
      input('lead', { type: 'users_select' }),
      input('helpers', { type: 'multi_users_select' }),
      input('where', { type: 'channels_select' }),
      input('severity', { type: 'static_select', options: ['sev1', 'sev2'].map(option) }),
      input('keep', { type: 'checkboxes', options: ['a', 'b', 'c'].map(option) }),
      input('teams', {
        type: 'multi_static_select',
        option_groups: [{ label: plain('All'), options: ['db', 'web'].map(option) }],
      }),
    );

    slack.as('ana').submitView({
      title: 'Disk full',
      started: new Date('2021-03-04T02:40:00Z'),
      due: '2021-03-09',
      at: '14:05',
      'lead-field': 'ben',
      helpers: ['ana', 'chi'],
      where: 'general',
      severity: 'sev2',
      keep: ['a', 'c'],
      teams: ['db'],
    });

    const [ana, ben, chi] = ['ana', 'ben', 'chi'].map((name) => slack.as(name).id);
    expect(values()).toMatchObject({
      title: { 'title-field': { type: 'plain_text_input', value: 'Disk full' } },
      started: { 'started-field': { type: 'datetimepicker', selected_date_time: 1614825600 } },
      due: { 'due-field': { selected_date: '2021-03-09' } },
      at: { 'at-field': { selected_time: '14:05' } },
      lead: { 'lead-field': { selected_user: ben } },
      helpers: { 'helpers-field': { selected_users: [ana, chi] } },
      where: { 'where-field': { selected_channel: slack.channel('general').id } },
      severity: { 'severity-field': { selected_option: { value: 'sev2' } } },
      keep: { 'keep-field': { selected_options: [{ value: 'a' }, { value: 'c' }] } },
      teams: { 'teams-field': { selected_options: [{ value: 'db' }] } },
    });
  });

  it('begins with what the app put there, and says null for what was left empty', async () => {
    await open(
      input('title', { type: 'plain_text_input', initial_value: 'Disk' }),
      input('started', { type: 'datetimepicker', initial_date_time: 1614826200 }, { optional: true }),
      input('lead', { type: 'users_select' }, { optional: true }),
      input('keep', { type: 'checkboxes', options: [option('a')] }, { optional: true }),
    );

    slack.as('ana').submitView({ started: null });

    expect(values()).toMatchObject({
      title: { 'title-field': { value: 'Disk' } },
      started: { 'started-field': { selected_date_time: null } },
      lead: { 'lead-field': { selected_user: null } },
      keep: { 'keep-field': { selected_options: [] } },
    });
  });

  it.each<[string, object, string]>([
    ['a day that is none', { type: 'datepicker' }, 'tomorrow'],
    ['an hour that is none', { type: 'timepicker' }, '25:00'],
    ['a moment that is none', { type: 'datetimepicker' }, 'soon'],
    ['somebody who is not there', { type: 'users_select' }, 'nobody'],
    ['an option that is not offered', { type: 'static_select', options: [option('a')] }, 'b'],
    ['more than fits', { type: 'plain_text_input', max_length: 3 }, 'four'],
    ['less than is wanted', { type: 'plain_text_input', min_length: 3 }, 'no'],
    ['nothing, where something is required', { type: 'plain_text_input' }, ''],
  ])('does not let anybody enter %s', async (_what, element, entry) => {
    await open(input('field', element));

    expect(() => slack.as('ana').submitView({ field: entry })).toThrow();
  });

  it.each<[string, object]>([
    ['a text that is too long', { type: 'plain_text_input', max_length: 3, initial_value: 'four' }],
    ['a length beyond 3000', { type: 'plain_text_input', max_length: 3001 }],
    ['a moment in milliseconds', { type: 'datetimepicker', initial_date_time: 1614826200000 }],
    ['a day in words', { type: 'datepicker', initial_date: 'today' }],
    [
      'an option that is not offered',
      { type: 'static_select', options: [option('a')], initial_option: option('b') },
    ],
    ['no option at all', { type: 'checkboxes', options: [option('a')], initial_options: [] }],
  ])('is refused when it begins with %s', async (_what, element) => {
    await expect(open(input('field', element))).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
  });

  it('shows what is wrong with it, keeps what was typed and is sent off again', async () => {
    const heard: unknown[] = [];
    const { stop } = await aBoltApp(slack, 'http', (app) => {
      app.view('form', async ({ ack, view }) => {
        heard.push(view.state.values['title']?.['title-field']?.value);
        if (heard.length === 1) await ack({ response_action: 'errors', errors: { note: 'Not that' } });
        else await ack();
      });
    });
    await open(
      input('title', { type: 'plain_text_input' }),
      input('note', { type: 'plain_text_input' }, { optional: true }),
    );
    const ana = slack.as('ana');

    ana.submitView({ title: 'Disk full', note: 'x' });
    await slack.until(() => slack.modal('ana')?.errors['note'] === 'Not that');
    ana.submitView({ note: 'y' });
    await slack.until(() => slack.modal('ana') === null);
    await stop();

    expect(heard).toEqual(['Disk full', 'Disk full']);
  });

  it('tells of a button in it, with what stands in its fields so far', async () => {
    await open(
      input('title', { type: 'plain_text_input' }),
      {
        type: 'section',
        block_id: 'menu',
        text: plain('Which?'),
        accessory: { type: 'static_select', action_id: 'which', options: [option('a')] },
      },
      {
        type: 'actions',
        block_id: 'row',
        elements: [{ type: 'button', action_id: 'more', value: 'm', text: plain('More') }],
      },
    );
    const ana = slack.as('ana');
    const viewId = slack.modal('ana')?.id;

    ana.clickInView('which', { value: 'a' });
    ana.clickInView('more', { typed: { title: 'Disk' } });

    expect(lastPayload()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: viewId },
      actions: [{ action_id: 'more', value: 'm', block_id: 'row' }],
    });
    expect(values()).toMatchObject({
      title: { 'title-field': { value: 'Disk' } },
      menu: { which: { selected_option: { value: 'a' } } },
    });
  });
});

describe('the App Home', () => {
  const home = {
    type: 'home' as const,
    blocks: [
      {
        type: 'actions' as const,
        elements: [{ type: 'button' as const, action_id: 'page', value: '2', text: plain('Next') }],
      },
    ],
  };

  it('is shown to its person, whose buttons tell of it and may open a form', async () => {
    const ana = slack.as('ana');
    await client.views.publish({ user_id: ana.id, view: home });

    const { triggerId } = ana.clickInView('page');
    await client.views.open({
      trigger_id: triggerId,
      view: formOf(input('x', { type: 'plain_text_input' })),
    });

    expect(lastPayload()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: slack.home('ana')?.id },
      view: { type: 'home' },
      actions: [{ value: '2' }],
    });
    expect(lastPayload()).not.toHaveProperty('channel');
    expect(lastPayload()).not.toHaveProperty('response_url');
    expect(slack.modal('ana')?.kind).toBe('modal');
    expect([slack.home('ben'), slack.modal('ben')]).toEqual([null, null]);
  });
});
