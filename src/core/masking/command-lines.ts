import type { MaskRule } from './rule.js';
import { isHarmless, lengthOf, looksSecret, valueAt } from './secret-value.js';

type Judge = NonNullable<MaskRule['judge']>;

/** Masks the argument that begins at `from`, unless it is a variable or a blank. */
const argument: Judge = (text, from) => {
  const quote = /["']/.test(text.charAt(from - 1)) ? text.charAt(from - 1) : '';
  const value = valueAt(text, from, quote, false);
  return isHarmless(value) ? 0 : lengthOf(value, text, from);
};

/** The same where the argument may also be something else, such as a database after `-p `. */
const secretArgument: Judge = (text, from, match) => {
  const value = valueAt(text, from, '', false);
  return looksSecret(value.text) ? argument(text, from, match) : 0;
};

/** What may stand between a program and its option: not the next command. */
const SAME_COMMAND = '[^\\n|;&]{0,200}?';

const option = (name: string, programs: string, options: string, judge: Judge): MaskRule => ({
  name,
  pattern: new RegExp(
    `((?<![\\w-])(?:${programs})(?:\\.exe)?\\s${SAME_COMMAND}(?<=\\s)(?:${options})["']?)(?=[^\\s"'[])`,
    'gi',
  ),
  judge,
});

const MYSQL = 'mysql\\w{0,12}|mariadb[\\w-]{0,12}|xtrabackup|mydumper|innobackupex';

/** `mysql -u nina -pSECRET` */
const MYSQL_PASSWORD = option('mysql-password', MYSQL, '-p(?=\\S)', argument);
const MYSQL_SPACED_PASSWORD = option('mysql-spaced-password', MYSQL, '-p\\s{1,2}(?=\\S)', secretArgument);
const DASH_P = option(
  'dash-p',
  'sshpass|docker login|podman login|helm registry login|buildah login|skopeo login|oras login|az login|mongo\\w{0,10}|cqlsh|rabbitmqadmin|clickhouse-client|influx|mosquitto_\\w{3}|ipmitool|sqlcmd|bcp|7z\\w?|zip|unzip|oc login|vncviewer|snmpwalk',
  '-[pP]\\s{0,2}(?=\\S)',
  argument,
);
const DASH_W = option('ldap-password', 'ldap\\w{3,10}', '-w\\s{0,2}(?=\\S)', argument);
const DASH_A = option(
  'redis-password',
  'redis-cli|redis-benchmark|valkey-cli',
  '-a\\s{1,2}|--pass\\s{1,2}',
  argument,
);

/** `curl -u user:password`; without a password curl asks for it. */
const CURL_USER: MaskRule = {
  name: 'curl-user',
  pattern: new RegExp(
    `((?<![\\w-])(?:curl|wget|https?|xh|ab|hey|k6|siege|lftp|smbclient|rclone|svn)\\s${SAME_COMMAND}(?<=\\s)(?:-[uUAa]\\s{0,2}|--(?:user|proxy-user|auth|auth-user)[ =]\\s?)["']?)[^\\s:%"'\`[$]{1,80}[:%][^\\s"'\`]{1,200}`,
    'gi',
  ),
  judge: (_text, from, match) => {
    const pair = match[0].slice(from - match.index);
    return /^(?:https?|ftp):|[:%](?:\$|\[masked\]|\{)/.test(pair) ? 0 : pair.length;
  },
};

/** `--password SECRET`; with `=` it is found as any other name. */
const LONG_OPTION: MaskRule = {
  name: 'long-option',
  pattern:
    /((?<![\w-])--?(?:[a-z]{1,20}-){0,3}(?:password|passwd|pass|passphrase|pw|pwd|token|secret|secret-key|access-key|api-key|apikey|client-secret|auth-token)\s{1,2}["']?)(?=[^\s"'[-])/gi,
  judge: (text, from, match) => {
    const value = valueAt(text, from, '', false);
    return /--?pass\s/i.test(match[0]) && !looksSecret(value.text) ? 0 : argument(text, from, match);
  },
};

/** `-passin pass:SECRET` of openssl. */
const OPENSSL: MaskRule = {
  name: 'openssl-pass',
  pattern: /((?<![\w])pass:)(?!\[masked\])[^\s"'`]{3,100}/g,
  judge: (text, from) => {
    const value = valueAt(text, from, '', false);
    return looksSecret(value.text) ||
      /-pass(?:in|out|word)?\s{1,2}pass:$/.test(text.slice(Math.max(0, from - 30), from))
      ? lengthOf(value, text, from)
      : 0;
  },
};

/** `echo SECRET | sudo -S`, `echo user:SECRET | chpasswd` */
const ECHOED: MaskRule = {
  name: 'echoed',
  pattern:
    /((?<![\w-])(?:echo|printf)\s(?:-\w{1,3}\s)?["']?)(?=[^\s"'$[])[^\s"'|]{3,200}(?=["']?\s?\|\s?(?:sudo -S|sudo --stdin|chpasswd|passwd --stdin|docker login|\S{1,40}(?:\s[^\n|]{0,120})?--password-stdin|smbpasswd|cryptsetup))/gi,
};

/** `IDENTIFIED BY 'SECRET'`, `requirepass SECRET`, `machine x login y password SECRET` */
const STATEMENT: MaskRule = {
  name: 'statement',
  pattern:
    /((?<![\w])(?:identified (?:with \w{1,40} )?by|with (?:encrypted )?password|set password(?: for \S{1,80})? =|requirepass|masterauth|login \S{1,80} password|login \S{1,80}\s{1,3}pass)\s{1,3}["']?)(?=[^\s"'[])/gi,
  judge: (text, from, match) => {
    const isBare = !/["']$/.test(match[0]);
    const value = valueAt(text, from, '', false);
    return isBare && /^with|^set/i.test(match[0]) && !looksSecret(value.text)
      ? 0
      : argument(text, from, match);
  },
};

export const COMMAND_LINES: readonly MaskRule[] = [
  MYSQL_PASSWORD,
  MYSQL_SPACED_PASSWORD,
  DASH_P,
  DASH_W,
  DASH_A,
  CURL_USER,
  LONG_OPTION,
  OPENSSL,
  ECHOED,
  STATEMENT,
];

/** True where one of these commands may stand. */
export const ANY_COMMAND =
  /\s-[pwau]|\s--?[a-z-]{0,40}(?:pass|pw|tok|secr|key|user|auth)|pass(?::|word)|echo|printf|identified|requirepass|masterauth|login \S/i;
