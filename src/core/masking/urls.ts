import type { MaskRule } from './rule.js';
import { looksRandom } from './secret-value.js';

/**
 * `postgres://user:password@host/db`, `redis://:password@host`. Everything behind the scheme goes: what would
 * be left of a short password's URL is most of it, and a password may itself contain `@` and `/`.
 */
const URL_WITH_PASSWORD: MaskRule = {
  name: 'url-with-password',
  hint: /:\/\/[^\s@]{1,500}@/,
  pattern: /((?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,30}:\/\/)[^\s"'`<>|\\]{3,2000}/g,
  judge: (_text, from, match) => {
    const rest = match[0].slice(from - match.index).replace(/[.,;:!?)\]}*_]+$/, '');
    const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
    const [, password = ''] = /^[^@:]*:(.*)/.exec(authority) ?? [];
    const isPort = /^\d{0,5}$/.test(password);
    if (authority.includes('@')) {
      const user = authority.slice(0, authority.lastIndexOf('@'));
      return user.includes(':') || looksRandom(user) ? rest.length : 0;
    }
    return !isPort && rest.includes('@') ? rest.length : 0;
  },
};

/** The same without its scheme: `nina:hunter2@inv-replica:3306`. */
const USER_AT_HOST: MaskRule = {
  name: 'user-password-at-host',
  hint: /:[^\s@:]{3,80}@/,
  pattern:
    /(?<![\w@:/.+%-])[\w.%+-]{1,40}:[^\s@:/"'`<>|[\]]{3,80}@[A-Za-z0-9](?:[\w.-]{0,100}\w)?(?::\d{2,5})?/g,
};

/** `jdbc:oracle:thin:user/password@//host` */
const ORACLE: MaskRule = {
  name: 'oracle-url',
  pattern: /(jdbc:oracle:[a-z0-9]{2,6}:)[^\s/@"'`]{1,60}\/[^\s@"'`[]{1,80}(?=@)/gi,
};

/** `host:5432:database:user:password`, a line of `.pgpass`. */
const PGPASS: MaskRule = {
  name: 'pgpass',
  hint: /:(?:5432|5433|6432|\*):/,
  pattern:
    /((?<![\w.*-])[\w.*-]{1,100}:(?:5432|5433|6432|\*):[^\s:]{1,60}:[^\s:]{1,60}:)(?!\[masked\])[^\s"'`]{3,100}/g,
};

/** Signatures of pre-signed addresses. */
const SIGNED_URL: MaskRule = {
  name: 'signed-url',
  pattern:
    /((?:[?&]|&amp;|%26)(?:sig|signature|x-amz-(?:signature|credential|security-token)|x-goog-(?:signature|credential)|awsaccesskeyid|se_sig|hmac|jwt|code|session|sid|key|apikey|auth)=)(?!\[masked\])[^\s&"'`<>|]{12,2000}/gi,
};

export const ADDRESSES: readonly MaskRule[] = [URL_WITH_PASSWORD, USER_AT_HOST, ORACLE, PGPASS, SIGNED_URL];

/** True where an address with something to mask may stand; a mention (`<@U…>`) is none. */
export const ANY_ADDRESS = /[^\s<]@|(?:[?&;]|%26)[\w-]{2,30}=|:(?:5432|5433|6432|\*):/;
