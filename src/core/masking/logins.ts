import type { MaskRule } from './rule.js';
import { isHarmless, lengthOf, looksLikeAHost, looksMixed, looksSecret, valueAt } from './secret-value.js';

/** Words that announce a name and its password, and are seldom used otherwise. */
const PAIR_WORDS =
  'cred(?:ential)?s?|log[ -]?in(?:s)? (?:with|as|using|data|details)|user(?:name)?\\s?[/+&]\\s?(?:pass(?:word)?|pw)|zugangsdaten|anmeldedaten|login-?daten|identifiants?|credenciales|credenciais|credenziali|accès|inloggegevens';
/** Words for logging in, accounts and passwords that are also spoken of. */
const LOGIN_WORDS =
  'log[ -]?ins?|log(?:ging|ged)? in|sign[ -]?in|zugang|zugänge|anmeldung|einloggen|anmelden|kennung|konto|acceso|accesos|accesso|accessi|acesso|acessos|access|cuenta|usuario|usuário|utente|utilisateur|benutzer|conta|compte|connexion|account|user(?:name)?|logowanie|inlog|passwords?|passwort|contraseña|senha|clave|mdp|pw|pass|логин|доступ|учётка';
const UNSPACED_WORDS =
  '账号|帳號|账户|帐号|密码|密碼|口令|登录|登錄|登陆|用户名|ログイン|アカウント|パスワード|サインイン|ユーザー|계정|로그인|비밀번호|아이디';

const isPairAnnounced = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${PAIR_WORDS})(?![\\p{L}\\p{N}])[^\\n]{0,40}$|(?:${UNSPACED_WORDS})\\s?[:：]\\s?$`,
  'iu',
);
const isLoginAnnounced = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${LOGIN_WORDS})(?!\\p{L})|${UNSPACED_WORDS})[^\\n]{0,40}$`,
  'iu',
);
const isPairRightBefore = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${PAIR_WORDS}|${LOGIN_WORDS})(?:\\s[^\\s:=]{1,20}){0,2}|${UNSPACED_WORDS})\\s?[:：=]\\s{0,2}$|(?<!\\p{L})(?:${PAIR_WORDS}|log[ -]?in)\\s$`,
  'iu',
);

/** Words between a login and what it is for. */
const NO_NAME =
  /^(?:for|to|on|at|in|from|with|by|via|using|and|or|is|was|are|see|since|until|after|before|für|von|mit|auf|per|de|en|con|para|por|com|avec|pour|sur|via)\s/i;

const HINT =
  /cred|log[ -]?in|log(?:ging|ged) in|sign|zug[aä]ng|anmeld|daten|identif|acc|aces|cuenta|usu|utente|util|benutz|kennung|konto|conta|compte|conne|user|inlog|pass|contras|senha|clave|mdp|pw|логин|доступ|учётка|[\u3040-\uffff]/iu;

/** `admin / S3cret!`, `admin:S3cret!`, `admin S3cret!` behind a word for logging in. */
export const PAIR: MaskRule = {
  name: 'name-and-password',
  hint: HINT,
  pattern:
    /((?<![\p{L}\p{N}_.@\\/:=?&%+-])[\p{L}\p{N}_][\p{L}\p{N}_.@\\-]{0,60}["'`]?(?:[/／|]|\s{1,2}[/／|]\s{1,2}|[:：]\s{0,2}|\s{1,2})["'`]?)(?=[^\s/[]\S{4,})/gu,
  judge: (text, from, match) => {
    const [, pair = ''] = match;
    if (/^(?:\d+|https?|ftp|ssh|git)["'`]?\s{0,2}[/／|:：]/i.test(pair)) return 0;
    const value = valueAt(text, from, '', false);
    if (isHarmless(value) || looksLikeAHost(value.text) || !looksSecret(value.text)) return 0;
    const isMixed = looksMixed(value.text);
    const isTight = /[/／|]$/.test(pair) || /[:：]\s+["'`]?$/.test(pair);
    const before = text.slice(Math.max(0, match.index - 80), match.index).replace(/^[\s\S]*\n/, '');
    const isAnnounced = /[/／|:：]/.test(pair)
      ? isPairAnnounced.test(before) || (isMixed && !isTight && isLoginAnnounced.test(before))
      : isMixed && !value.text.includes('/') && !NO_NAME.test(pair) && isPairRightBefore.test(before);
    return isAnnounced ? lengthOf(value, text, from) : 0;
  },
};

/** `use S3cret! to log in` */
export const USED_TO_LOG_IN: MaskRule = {
  name: 'used-to-log-in',
  hint: /\s(?:to|for|zum|para|pour|per)\s/i,
  pattern:
    /((?<!\p{L})(?:use|using|with|try|type|enter|mit|nimm|nutze|con|usa|usar|avec|com)\s["'`]?)[^\s"'`]{6,80}(?=["'`]?\s(?:to|for|zum|para|pour|per)\s(?:the\s)?(?:log|sign|ssh|unlock|decrypt|access|vpn|einloggen|anmelden|login|entrar|acceder|acessar|iniciar|se connecter|accedere)(?!\p{L}))/giu,
  judge: (_text, from, match) => {
    const value = match[0].slice(from - match.index);
    const read = { text: value, quoted: false, last: false, length: value.length };
    return looksMixed(value) && !isHarmless(read) ? value.length : 0;
  },
};
