import { refused, type Scene } from './refusals.js';
import { aClient, aWorkspace } from './small-app.js';

async function aScene(): Promise<Scene> {
  const { slack } = await aWorkspace();
  const client = aClient(slack);
  const ana = slack.as('ana');
  const ops = slack.channel('ops').id;
  const hidden = slack.addChannel({ name: 'hidden', isPrivate: true }).id;
  const archived = slack.addChannel({ name: 'old', hasApp: true }).id;
  const said = ana.post('ops', 'hello');
  const reply = ana.post('ops', 'indeed', { threadTs: said });
  const ownArchived = (await client.chat.postMessage({ channel: archived, text: 'mine' })).ts ?? '';
  ana.archive(archived);
  return {
    slack,
    client,
    ops,
    hidden,
    archived,
    said,
    reply,
    ownArchived,
    general: slack.channel('general').id,
    ana: ana.id,
    bot: slack.app.botUser,
    own: (await client.chat.postMessage({ channel: ops, text: 'mine' })).ts ?? '',
  };
}

describe('what Slack refuses', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await aScene();
  });
  afterAll(() => scene.slack.close());

  it.each(refused)('%s answers %s to %s', async (method, error, _why, args) => {
    const answer = scene.client.apiCall(method, args(scene));

    await expect(answer).rejects.toMatchObject({ data: { ok: false, error } });
  });
});

describe('tokens and scopes', () => {
  const call = async (url: string, headers: Record<string, string>, body = '') =>
    (await fetch(url, { method: 'POST', headers, body })).json();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it('are asked for in a header or in the body', async () => {
    const { slack } = await aWorkspace();
    const url = `${slack.apiUrl}auth.test`;

    const answers = [
      await call(url, form),
      await call(url, { ...form, authorization: 'Bearer wrong' }),
      await call(url, { ...form, authorization: `Bearer ${slack.app.appToken}` }),
      await call(url, { ...form, authorization: `Bearer ${slack.app.botToken}` }),
      await call(url, form, `token=${slack.app.botToken}`),
      await call(
        url,
        { 'content-type': 'application/json', authorization: `Bearer ${slack.app.botToken}` },
        '{',
      ),
    ];
    await slack.close();

    expect(answers).toMatchObject([
      { error: 'not_authed' },
      { error: 'invalid_auth' },
      { error: 'not_allowed_token_type' },
      { ok: true, user_id: slack.app.botUser },
      { ok: true },
      { error: 'invalid_json' },
    ]);
    expect(JSON.stringify(slack.calls)).not.toContain(slack.app.botToken);
  });

  it('decide what the app may do, by the kind of channel', async () => {
    const scopes = ['chat:write', 'channels:history', 'channels:read', 'chat:write.public'];
    const { slack } = await aWorkspace({ app: { scopes } });
    const client = aClient(slack);
    const hidden = slack.addChannel({ name: 'hidden', isPrivate: true, hasApp: true }).id;

    const history = client.conversations.history({ channel: hidden });
    const pins = client.pins.list({ channel: slack.channel('ops').id });
    const list = client.conversations.list({ types: 'public_channel,private_channel' });

    const provided = scopes.join(',');
    await expect(history).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'groups:history', provided },
    });
    await expect(pins).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'pins:read', provided },
    });
    await expect(list).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'groups:read', provided },
    });
    await client.conversations.history({ channel: slack.channel('ops').id });
    await client.chat.postMessage({ channel: '#general', text: 'allowed by chat:write.public' });
    await slack.close();
  });
});
