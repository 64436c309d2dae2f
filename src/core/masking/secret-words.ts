/**
 * The words that announce a secret, as sources of regular expressions (flags `iu`). Where a word is short or
 * also part of others (`pw`, `auth`), it has to begin where no letter or digit stands before it.
 */

/** What is said to be a password is one, also when it is an ordinary word. */
export const PASSWORD_WORDS = [
  'pass[ _-]?words?',
  'passwd',
  'pass[ _-]?phrases?',
  'pass[ _-]?codes?',
  'passw(?:ort|örter)',
  'kennw(?:ort|örter)',
  'zugangscode',
  'mots? de passe',
  'contrase[ñn]as?',
  'contrasinal',
  'palavra[ -]passe',
  'wachtwoord(?:en)?',
  'l[öo]senord',
  'passord',
  'adgangskode',
  'salasana',
  'jelszó',
  'пароль',
  'пароля',
  'пароли',
  'κωδικός',
  'mật khẩu',
  'kata sandi',
  'सांकेतिक शब्द',
  'पासवर्ड',
] as const;

export const SHORT_PASSWORD_WORDS = [
  'pw',
  'pwd',
  'psw',
  'pws',
  'mdp',
  'senhas?',
  'claves?',
  'parol[aă]',
  'has[łl]o',
  'heslo',
  'şifre',
  'sifre',
  'kodeord',
  'geslo',
  'lozinka',
] as const;

/** Scripts without spaces: no word boundary to look for. */
export const UNSPACED_PASSWORD_WORDS = [
  'パスワード',
  'ｐａｓｓｗｏｒｄ',
  'ｐａｓｓ',
  'パスコード',
  'パスフレーズ',
  '暗証番号',
  '密码',
  '密碼',
  '口令',
  '비밀번호',
  '패스워드',
  '암호',
  'รหัสผ่าน',
  'סיסמה',
  'סיסמא',
  'كلمة المرور',
  'كلمة السر',
] as const;

/** Keys: nobody writes one without meaning a secret, but their names are also spoken of. */
export const KEY_WORDS = [
  'api[ _-]?(?:secret[ _-]?)?keys?',
  'api[ _-]?tokens?',
  'access[ _-]?keys?',
  'secret[ _-]?(?:access[ _-]?)?keys?',
  'client[ _-]?secrets?',
  'private[ _-]?keys?',
  '(?:en|de)cryption[ _-]?keys?',
  'signing[ _-]?(?:keys?|secrets?)',
  'master[ _-]?keys?',
  'account[ _-]?keys?',
  'shared[ _-]?(?:access[ _-]?)?(?:keys?|secrets?|signature)',
  'license[ _-]?keys?',
  'service[ _-]?(?:account[ _-]?)?keys?',
  'app(?:lication)?[ _-]?(?:keys?|secrets?)',
  'consumer[ _-]?(?:keys?|secrets?)',
  'webhook[ _-]?(?:keys?|secrets?)',
  'auth(?:entication)?[ _-]?keys?',
  'deploy[ _-]?keys?',
  'ssh[ _-]?keys?',
  'subscription[ _-]?keys?',
  'storage[ _-]?keys?',
  'integration[ _-]?keys?',
  'api[ _-]?schlüssel',
  'clave(?:s)? de api',
  'clé(?:s)? (?:d.)?api',
  'chave(?:s)? de api',
  '(?:wi-?fi|wlan|wpa[23]?|vpn|network|recovery|unlock|bitlocker)[ _-]?(?:keys?|schlüssel)',
  'apiキー',
  'api密钥',
] as const;

/** Words that are as often spoken of as they announce a value. */
export const TOKEN_WORDS = [
  'secrets?',
  'tokens?',
  'credentials?',
  'jetons?',
  'geheimnis',
  'トークン',
  'シークレット',
  '令牌',
  '密钥',
] as const;

export const SHORT_TOKEN_WORDS = [
  'pass',
  'creds?',
  'auth',
  'authorization',
  'session[ _-]?(?:id|key|token)s?',
  'jsessionid',
  'phpsessid',
  'x-amz-signature',
  'x-goog-signature',
  'zugangsdaten',
  'identifiants',
  'credenciales',
] as const;

/** Codes that are mostly digits. */
export const CODE_WORDS = [
  'pins?',
  'pass[ -]?codes?',
  'geheimzahl',
  'código pin',
  'code pin',
  'pin[ -]?codes?',
  'otp',
  'totp',
  'cvv2?',
  'cvc2?',
  'one[ -]time (?:pass)?codes?',
  '(?:verification|security|access|door|entry|gate|alarm|backup|recovery|reset|login|2fa|mfa|sms)[ -]codes?',
  'sicherheitscode',
  'code d.accès',
  'código de (?:acceso|verificación|segurança)',
] as const;

/** The same in scripts without spaces. */
export const UNSPACED_CODE_WORDS = [
  '暗証番号',
  'パスコード',
  '認証コード',
  '验证码',
  '驗證碼',
  '인증번호',
] as const;

/** Names that are about a secret and hold none: `token_count`, `password_reset`, `secret-name`. */
export const ABOUT =
  /^[_.-](?:counts?|limits?|buckets?|resets?|polic(?:y|ies)|rotations?|names?|types?|ttl|expir\w*|lengths?|len|size|min\w*|max\w*|files?|path|url|uri|endpoint|id|fields?|age|status|errors?|manager|ref|version|prefix|lifetime|budget|usage|rate|refresh\w*|valid\w*|attempts?|prompt|form|page|hint|strength|history|required|enabled|store|service|server|provider|scopes?|audience|issuer|protected|less|free|based|sharing|change[sd]?|update[sd]?|leaks?|scan\w*|spray\w*|stuffing|email\w*|flow)(?![a-z])/i;

/** Words after "password is" or "token:" that say something about it, in the languages above. */
const PROSE = `
a an the this that these those it its my our your his her their some any no not none nobody never only just also still now then
and or but so if when while because since until after before for from with without within into onto over under at in on of to by as
is are was were be been being do does did has have had can could will would should may might must need needs needed let lets
same different wrong right correct incorrect bad good fine ok okay broken weak strong short long old new fresh stale unknown known
valid invalid missing empty blank null nil none undefined true false yes no n/a na tbd todo unset set unset default stored saved kept
expired expiring rotated rotating leaked leaking compromised changed unchanged changing reset revoked required optional disabled enabled
hashed encrypted masked hidden redacted removed secret secure safe insecure gone here there there's where what which who how why
too very really probably maybe likely currently already again soon later today tomorrow yesterday asap
please pls ask see check use using used via ping dm vault lastpass 1password bitwarden keepass
bearer basic digest negotiate apikey token tokens password passwords key keys auth value string str number int integer bool boolean any bytes
object text varchar char unknown void optional secretstr await new async function return lambda typeof const let var
user users username admin login logins account accounts service services server vault rotation policy manager reset expiry refresh bucket
falsch richtig abgelaufen ungültig gültig geändert unbekannt weg leer neu alt der die das ein eine im ist nicht noch schon
incorrecte expiré expirée invalide erroné erronée oublié le la les un une pas dans est
incorrecta incorrecto caducada caducado expirada expirado inválida inválido errada errado vacía vencida el los una en no está estaba
間違い 期限切れ 错误 过期
`;

export const PROSE_WORDS: ReadonlySet<string> = new Set(PROSE.split(/\s+/).filter((word) => word !== ''));
