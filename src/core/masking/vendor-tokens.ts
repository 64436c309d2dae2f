import type { MaskRule } from './rule.js';

const NOT_IN_A_WORD = '(?<![A-Za-z0-9])';

/** A token of a known form, not in the middle of a longer word. */
const token = (name: string, source: string): MaskRule => ({
  name,
  pattern: new RegExp(`${NOT_IN_A_WORD}(?:${source})`, 'g'),
});

const hasDigit = '(?=[A-Za-z_-]{0,60}\\d)';

/**
 * Keys that can be told by their own look. Lower limits of length are below those of real keys: people cut
 * them when they paste.
 */
export const VENDOR_TOKENS: readonly MaskRule[] = [
  token(
    'slack-token',
    'xox[a-z](?:\\.xox[a-z])?-[A-Za-z0-9-]{8,300}|xapp-[A-Za-z0-9-]{10,300}|xwfp-[A-Za-z0-9-]{10,300}',
  ),
  token('github-token', 'gh[pousr]_[A-Za-z0-9]{10,255}|github_pat_[A-Za-z0-9_]{10,255}'),
  token('gitlab-token', `gl(?:pat|ptt|dt|rt|cbt|ft|imt|soat|agent|oas|ffct)-[A-Za-z0-9_.-]{10,300}`),
  token('npm-token', 'npm_[A-Za-z0-9]{20,100}'),
  token('pypi-token', `pypi-${hasDigit}[A-Za-z0-9_-]{16,400}`),
  token('rubygems-token', 'rubygems_[a-f0-9]{20,100}'),
  token('docker-token', 'dckr_(?:pat|oat)_[A-Za-z0-9_-]{10,100}'),
  token('anthropic-key', 'sk-ant-[A-Za-z0-9_-]{8,300}'),
  token(
    'openai-key',
    'sk-(?:proj|svcacct|admin|None|live|test|or)-[A-Za-z0-9_-]{8,300}|sk-[A-Za-z0-9]{16,300}',
  ),
  token(
    'other-model-key',
    'gsk_[A-Za-z0-9]{20,100}|hf_[A-Za-z0-9]{16,100}|r8_[A-Za-z0-9]{20,100}|xai-[A-Za-z0-9]{20,200}',
  ),
  token('stripe-key', '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{6,300}|whsec_[A-Za-z0-9+/=]{8,100}'),
  token('square-key', 'sq0[a-z]{3}-[A-Za-z0-9_-]{16,100}|EAAA[A-Za-z0-9_-]{40,100}'),
  token('sendgrid-key', 'SG\\.[A-Za-z0-9_-]{10,100}(?:\\.[A-Za-z0-9_-]{8,100})?'),
  token('mailgun-key', 'key-[a-f0-9]{32}'),
  token('twilio-key', '(?:SK|AC)[a-f0-9]{32}(?![A-Za-z0-9])'),
  token('google-key', 'AIza[A-Za-z0-9_-]{20,100}|ya29\\.[A-Za-z0-9_-]{16,400}|GOCSPX-[A-Za-z0-9_-]{16,100}'),
  token('aws-key-id', '(?:AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AROA|ANPA)[A-Z0-9]{12,20}(?![a-z])'),
  token('alibaba-or-tencent-key', 'LTAI[A-Za-z0-9]{12,30}|AKID[A-Za-z0-9]{20,40}'),
  token('digitalocean-token', 'do[opr]_v1_[a-f0-9]{20,100}'),
  token('vault-token', 'hv[sbr]\\.[A-Za-z0-9_-]{16,300}'),
  token('grafana-token', 'glsa_[A-Za-z0-9_]{16,100}|glc_[A-Za-z0-9+/=]{20,300}'),
  token(
    'observability-key',
    'NR(?:AK|JS|AA|II)-[A-Za-z0-9]{16,100}|sntry[su]_[A-Za-z0-9_+/=-]{16,300}|dt0[a-z]\\d\\d\\.[A-Z0-9]{16,40}\\.[A-Z0-9]{16,100}',
  ),
  token('atlassian-token', 'AT[ACT]TT3[A-Za-z0-9_=-]{16,400}|BBDC-[A-Za-z0-9+/]{20,100}'),
  token(
    'tracker-key',
    'lin_(?:api|oauth)_[A-Za-z0-9]{16,100}|ntn_[A-Za-z0-9]{20,100}|secret_[A-Za-z0-9]{32,60}',
  ),
  token('airtable-token', 'pat[A-Za-z0-9]{14}\\.[a-f0-9]{30,64}'),
  token('shop-token', 'shp(?:at|ca|pa|ss|tka)_[a-fA-F0-9]{16,64}'),
  token('postman-or-figma-token', 'PMAK-[a-f0-9-]{20,100}|figd_[A-Za-z0-9_-]{20,100}'),
  token(
    'database-platform-key',
    'pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.-]{16,100}|dapi[a-f0-9]{32}|sbp_[a-f0-9]{20,64}|sb_secret_[A-Za-z0-9_-]{10,100}|napi_[a-z0-9]{30,100}',
  ),
  token('doppler-token', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9_.-]{16,100}'),
  token('network-key', 'tskey-[A-Za-z0-9-]{10,100}|v1\\.0-[a-f0-9]{24}-[a-f0-9]{100,160}'),
  token('heroku-or-fly-token', 'HRKU-[A-Za-z0-9_-]{20,100}|(?:FlyV1 )?fm[12]_[A-Za-z0-9+/=_-]{20,600}'),
  token('facebook-token', 'EAA[A-Za-z0-9]{60,300}'),
  token('age-key', 'AGE-SECRET-KEY-1[A-Z0-9]{20,80}'),
  token('json-web-token', 'eyJ[A-Za-z0-9_-]{10,4000}(?:\\.[A-Za-z0-9_-]{1,4000}){0,4}'),
];

/** Keys that begin with anything and have their mark in the middle or at the end. */
const UNPREFIXED: readonly MaskRule[] = [
  { ...token('azure-client-secret', '[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{20,40}'), hint: /8Q~/ },
  { ...token('azure-storage-key', '[A-Za-z0-9+/]{86}=='), hint: /==/ },
  { ...token('mailchimp-key', '[a-f0-9]{32}-us\\d{1,2}'), hint: /-us\d/ },
  { ...token('hashicorp-token', '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{20,100}'), hint: /atlasv1/ },
  { ...token('telegram-token', '\\d{8,10}:AA[A-Za-z0-9_-]{30,40}'), hint: /\d:AA/ },
  {
    ...token('discord-token', '[MNO][A-Za-z0-9_-]{22,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{25,45}'),
    hint: /[MNO][\w-]{22}/,
  },
];

const BASE64 = '[A-Za-z0-9+/=]';

/** Whole or cut off; line breaks may be real or written as `\n`. */
const PRIVATE_KEY: MaskRule = {
  name: 'private-key',
  hint: /PRIVATE KEY/,
  pattern: new RegExp(
    '-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----' +
      '(?:[^]{0,8000}?-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----' +
      `|(?:(?:[\\s>"'\`,]|\\\\[nr]){0,8}${BASE64}{12,200}){0,200})`,
    'g',
  ),
};

const PUTTY_KEY: MaskRule = {
  name: 'putty-key',
  hint: /Private-Lines/,
  pattern: new RegExp(`(Private-Lines: ?\\d{1,3}\\s{1,4})(?:${BASE64}{12,200}\\s{0,3}){1,100}`, 'g'),
};

/** The address stays: it says which service, and the secret is in the path. */
const WEBHOOK: MaskRule = {
  name: 'webhook',
  hint: /hooks|chat\.googleapis/,
  pattern:
    /((?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2|chat\.googleapis\.com\/v1\/spaces)\/)[A-Za-z0-9][^\s"'`<>|)\]]{3,300}/g,
};

/** Letters of both cases, digits and signs that change places all the time: no path and no name of a class does. */
function isMixed(text: string): boolean {
  if (!/\d/.test(text) || !/[A-Z]/.test(text) || !/[a-z]/.test(text)) return false;
  return (text.match(/[A-Z]+|[a-z]+|\d+|[+/]/g) ?? []).length >= 13;
}

/** Forty characters of base64, upper and lower case and digits among them: a hash has no upper case. */
const AWS_SECRET_KEY: MaskRule = {
  name: 'aws-secret-key',
  pattern: /(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/g,
  judge: (_text, _from, [secret]) => (isMixed(secret) ? secret.length : 0),
};

/** Secrets that have no prefix to be found by. */
export const KEY_MATERIAL: readonly MaskRule[] = [
  PRIVATE_KEY,
  PUTTY_KEY,
  WEBHOOK,
  ...UNPREFIXED,
  AWS_SECRET_KEY,
];

/** True where one of the vendors' tokens may be: all of them in one reading. */
export const ANY_VENDOR_TOKEN = new RegExp(
  `${NOT_IN_A_WORD}(?:${VENDOR_TOKENS.map((rule) => rule.pattern.source.slice(NOT_IN_A_WORD.length)).join('|')})`,
);

/** Nothing above is shorter than this, and few words are longer. */
export const ANY_LONG_WORD = /[\w.~+/=-]{13}/;
