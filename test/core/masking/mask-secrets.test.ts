import { maskSecrets } from '../../../src/core/masking/mask-secrets.js';

/**
 * The secrets here are made up. Those in the forms of vendors are put together from pieces, so that no scanner
 * of repositories takes this file for a leak.
 */
const run = (length: number): string => 'a1B2c3D4e5F6g7H8i9J0'.repeat(10).slice(0, length);
const hex = (length: number): string => '0123456789abcdef'.repeat(10).slice(0, length);
const of = (...pieces: string[]): string => pieces.join('');

describe('tokens of vendors are masked', () => {
  test.each([
    ['Slack bot', of('xox', 'b-123456789012-1234567890123-', run(24))],
    ['Slack user', of('xox', 'p-1234567890-', run(20))],
    ['Slack app', of('xap', 'p-1-A0123456789-1234567890123-', hex(64))],
    ['Slack rotated', of('xox', 'e.xoxb-1-', run(40))],
    ['GitHub', of('gh', 'p_', run(36))],
    ['GitHub, fine-grained', of('github', '_pat_', run(22), '_', run(59))],
    ['GitLab', of('gl', 'pat-', run(20))],
    ['npm', of('np', 'm_', run(36))],
    ['PyPI', of('py', 'pi-AgEIcHlwaS5vcmc', run(60))],
    ['OpenAI', of('s', 'k-proj-', run(48))],
    ['OpenAI, older', of('s', 'k-', run(48))],
    ['Anthropic', of('s', 'k-ant-api03-', run(80))],
    ['Stripe', of('s', 'k_live_', run(24))],
    ['Stripe, restricted', of('r', 'k_test_', run(24))],
    ['Stripe webhook', of('wh', 'sec_', run(32))],
    ['SendGrid', of('S', 'G.', run(22), '.', run(43))],
    ['Twilio', of('S', 'K', hex(32))],
    ['Google', of('AI', 'za', run(35))],
    ['Google OAuth', of('ya', '29.', run(60))],
    ['AWS id', of('AK', 'IAIOSFODNN7EXAMPLE')],
    ['AWS temporary id', of('AS', 'IAIOSFODNN7EXAMPLE')],
    ['AWS secret', of('wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYEXAMPLEKEY')],
    ['Azure client secret', of('abc8', 'Q~', run(34))],
    ['Azure storage key', of(run(86), '==')],
    ['DigitalOcean', of('do', 'p_v1_', hex(64))],
    ['Vault', of('hv', 's.', run(24))],
    ['Grafana', of('gl', 'sa_', run(32), '_', hex(8))],
    ['New Relic', of('NR', 'AK-', run(27).toUpperCase())],
    ['Atlassian', of('AT', 'ATT3', run(60))],
    ['Shopify', of('sh', 'pat_', hex(32))],
    ['Databricks', of('da', 'pi', hex(32))],
    ['Docker', of('dc', 'kr_pat_', run(27))],
    ['Hugging Face', of('h', 'f_', run(34))],
    ['Mailgun', of('ke', 'y-', hex(32))],
    ['Telegram', of('123456789', ':AA', run(33))],
    ['age', of('AGE-SECRET', '-KEY-1', run(58).toUpperCase())],
    ['JSON web token', of('ey', 'JhbGciOiJIUzI1NiJ9.', 'eyJzdWIiOiIxMjM0In0.', run(43))],
    ['JSON web token, cut off', of('ey', 'JhbGciOiJIUzI1NiJ9.eyJzdWI')],
  ])('%s', (_, token) => {
    expect(maskSecrets(`it is ${token}, rotate it`).text).toBe('it is [masked], rotate it');
    expect(maskSecrets(`\`${token}\``).text).toBe('`[masked]`');
    expect(maskSecrets(`export A="${token}"`).text).toBe('export A="[masked]"');
  });

  test('a webhook keeps the name of its service', () => {
    const path = of('T01234567', '/B01234567/', run(24));

    expect(maskSecrets(`curl https://hooks.slack.com/services/${path} -d x`).text).toBe(
      'curl https://hooks.slack.com/services/[masked] -d x',
    );
  });
});

describe('private keys are masked', () => {
  const begin = of('-----BEGIN RSA PRIVATE', ' KEY-----');
  const end = of('-----END RSA PRIVATE', ' KEY-----');
  const body = Array.from({ length: 6 }, () => run(64)).join('\n');

  test.each([
    ['whole', `here:\n${begin}\n${body}\n${end}\nrotate`, 'here:\n[masked]\nrotate'],
    ['cut off', `here:\n${begin}\n${body}`, 'here:\n[masked]'],
    ['cut off, with a word after it', `${begin}\n${body}\nrotate it`, '[masked]\nrotate it'],
    ['with escaped line breaks', `"key": "${begin}\\n${run(64)}\\n${end}\\n"`, '"key": "[masked]\\n"'],
    ['two of them', `${begin}\n${body}\n${end} and ${begin}\n${body}\n${end}`, '[masked] and [masked]'],
  ])('%s', (_, text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });

  test('but no public key', () => {
    const text = `-----BEGIN PUBLIC KEY-----\n${'ABCD'.repeat(10)}\n-----END PUBLIC KEY-----`;

    expect(maskSecrets(text).text).toBe(text);
  });
});

describe('addresses with a password are masked behind their scheme', () => {
  test.each([
    [
      'DATABASE_URL=postgres://shop:hunter2-live@db-main.internal/shop is in the wiki',
      'DATABASE_URL=postgres://[masked] is in the wiki',
    ],
    ['postgres://a:b@shop.cluster-abc.eu-west-1.rds.example.com:5432/shop', 'postgres://[masked]'],
    ['redis://:pw@cache:6379/0', 'redis://[masked]'],
    ['mysql://root:secret@db/shop', 'mysql://[masked]'],
    ['mongodb+srv://app:p%40ss@cluster0.example.net', 'mongodb+srv://[masked]'],
    ['amqp://guest:guest@mq:5672/', 'amqp://[masked]'],
    ['postgres://u:p@ss/w0rd@host/db', 'postgres://[masked]'],
    ['postgres://u:p/ss@host/db', 'postgres://[masked]'],
    ['https://nina:hunter2@grafana.example/d/abc', 'https://[masked]'],
    ['<https://nina:hunter2@grafana.example/d|grafana>', '<https://[masked]|grafana>'],
    ['`git clone https://oauth2:abc@git.example/x.git`', '`git clone https://[masked]`'],
    [`git clone https://${run(24)}@git.example/x.git`, 'git clone https://[masked]'],
    ['(see ftp://nina:hunter2@files.example/x).', '(see ftp://[masked]).'],
    ['ssh nina:S0mmer@inv-replica:22', 'ssh [masked]'],
    ['jdbc:oracle:thin:app/tiger@//ora:1521/x', 'jdbc:oracle:thin:[masked]@//ora:1521/x'],
    [
      'jdbc:postgresql://db/shop?user=app&password=hunter2&ssl=true',
      'jdbc:postgresql://db/shop?user=app&password=[masked]&ssl=true',
    ],
    ['db:5432:shop:app:hunter2', 'db:5432:shop:app:[masked]'],
    [
      'https://s3.example/x?X-Amz-Signature=0123456789abcdef&y=1',
      'https://s3.example/x?X-Amz-Signature=[masked]&y=1',
    ],
    ['https://x.example/?a=1&token=abc123def&b=2', 'https://x.example/?a=1&token=[masked]&b=2'],
    [
      'https://x.example/?a=1&amp;api_key=abc123def&amp;b=2',
      'https://x.example/?a=1&amp;api_key=[masked]&amp;b=2',
    ],
  ])('%s', (text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });
});

describe('values behind a name are masked', () => {
  test.each([
    [
      '`replication_password=Repl1c@-9931-prod`... rotating that',
      '`replication_password=[masked]`... rotating that',
    ],
    ['password=hunter2', 'password=[masked]'],
    ['PASSWORD: hunter2', 'PASSWORD: [masked]'],
    ['Password: hunter', 'Password: [masked]'],
    ['*Password:* hunter2', '*Password:* [masked]'],
    ['passwd = hunter2', 'passwd = [masked]'],
    ['PGPASSWORD=hunter2 psql -h db', 'PGPASSWORD=[masked] psql -h db'],
    ['export MYSQL_PWD=hunter2', 'export MYSQL_PWD=[masked]'],
    ['DB_PASS=hunter2', 'DB_PASS=[masked]'],
    ['FOO_PASSWORD_PROD=x!y', 'FOO_PASSWORD_PROD=[masked]'],
    ['password2=hunter2', 'password2=[masked]'],
    ["password='correct horse battery'", "password='[masked]'"],
    ['password: "correct horse battery"', 'password: "[masked]"'],
    ['password: `correct horse battery`', 'password: `[masked]`'],
    ['password: “correct horse battery”', 'password: “[masked]”'],
    ['password:\n```\nhunter2\n```', 'password:\n```\n[masked]\n```'],
    ['password: *hunter2*', 'password: *[masked]*'],
    ['{"user":"app","password":"hunter2","port":1}', '{"user":"app","password":"[masked]","port":1}'],
    ['{\\"password\\":\\"hunter2\\"}', '{\\"password\\":\\"[masked]\\"}'],
    ["'password' => 'hunter2',", "'password' => '[masked]',"],
    ['<password>hunter2</password>', '<password>[masked]</password>'],
    ['&lt;dbPassword&gt;hunter2&lt;/dbPassword&gt;', '&lt;dbPassword&gt;[masked]&lt;/dbPassword&gt;'],
    [
      'Server=db;User Id=app;Password=hun;ter2;Encrypt=yes',
      'Server=db;User Id=app;Password=[masked];Encrypt=yes',
    ],
    ['Server=db;Uid=app;Pwd=hunter2;', 'Server=db;Uid=app;Pwd=[masked];'],
    ['secret=hunter', 'secret=[masked]'],
    ['client_secret: a1b2c3d4', 'client_secret: [masked]'],
    ['api_key=abcdef', 'api_key=[masked]'],
    ['apikey: a1b2c3', 'apikey: [masked]'],
    ['X-Api-Key: a1b2c3', 'X-Api-Key: [masked]'],
    ['api key a1b2c3d4e5 was leaked', 'api key [masked] was leaked'],
    ['access_key: "abc def"', 'access_key: "[masked]"'],
    ['aws_secret_access_key = abcdefgh1', 'aws_secret_access_key = [masked]'],
    [
      'AccountName=x;AccountKey=YWJj1234==;EndpointSuffix=y',
      'AccountName=x;AccountKey=[masked];EndpointSuffix=y',
    ],
    ['token: 8f3kd92ks', 'token: [masked]'],
    ['token=abc', 'token=[masked]'],
    ['//registry.example/:_authToken=abcdef', '//registry.example/:_authToken=[masked]'],
    ['token 9f8e7d6c5b4a39281706 leaked', 'token [masked] leaked'],
    ['session_id=abcdef123456', 'session_id=[masked]'],
    ['authorization: Bearer abcdef', 'authorization: Bearer [masked]'],
    ['-H "Authorization: Basic bmluYTpodW50ZXIy"', '-H "Authorization: Basic [masked]"'],
    ['Authorization: hunter2token', 'Authorization: [masked]'],
    ['sent with Bearer a1b2c3d4e5f6a7b8', 'sent with Bearer [masked]'],
    ['Cookie: sid=abc123; theme=dark', 'Cookie: [masked]'],
    ['creds: admin / hunter2', 'creds: [masked]'],
    ['log in with admin:hunter2 please', 'log in with [masked] please'],
    ['user/pass: admin/hunter2', 'user/pass: [masked]'],
    ['otp 482913', 'otp [masked]'],
    ['PIN: 4711', 'PIN: [masked]'],
    ['the verification code is 482913', 'the verification code is [masked]'],
    ['backup codes: ABCD-1234', 'backup codes: [masked]'],
    ['cvv 123', 'cvv 123'],
    ['cvv: 123', 'cvv: [masked]'],
  ])('%s', (text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });
});

describe('passwords in sentences are masked', () => {
  test.each([
    ['the password is hunter2', 'the password is [masked]'],
    ['the password is swordfish.', 'the password is [masked].'],
    [
      'the password for root on db-1 is hunter2, change it',
      'the password for root on db-1 is [masked], change it',
    ],
    ['password for the replica: hunter2', 'password for the replica: [masked]'],
    ['password (root): hunter2', 'password (root): [masked]'],
    ['password is `Winter 2024!`', 'password is `[masked]`'],
    ['password was Winter2024!', 'password was [masked]'],
    ['password is now Winter2024!', 'password is now [masked]'],
    ['set the password to Winter-2024', 'set the password to [masked]'],
    ['I changed my password from "abc" to hunter2', 'I changed my password from "abc" to [masked]'],
    ['password hunter2 works', 'password [masked] works'],
    ['password -> hunter2', 'password -> [masked]'],
    ['pw: hunter2', 'pw: [masked]'],
    ['root pw is S0mmer-Regen-44', 'root pw is [masked]'],
    ['pw S0mmer-Regen-44', 'pw [masked]'],
    ['passcode 482913', 'passcode [masked]'],
    ['Zoom passcode: 9Kx2!p', 'Zoom passcode: [masked]'],
    ['password has been changed to hunter2', 'password has been changed to [masked]'],
    ['password reset to hunter2', 'password reset to [masked]'],
    ['the password we use there is hunter2', 'the password we use there is [masked]'],
    ['root pw (S0mmer-44)', 'root pw ([masked])'],
    ['S0mmer-Regen-44 is the new root pw', '[masked] is the new root pw'],
    ['passphrase: correct horse battery staple', 'passphrase: [masked]'],
    ['the pw on inv-replica is S0mmer-Regen-44 fyi', 'the pw on inv-replica is [masked] fyi'],
    ['password_hash=$2b$12$abcdefghij', 'password_hash=[masked]'],
    ['user: nina pass: S0mmer-44', 'user: nina pass: [masked]'],
    ['use hunter2! as the password', 'use [masked] as the password'],
    ['`S0mmer-44` is the root password', '`[masked]` is the root password'],
    ['das Passwort ist S0mmer-Regen-44', 'das Passwort ist [masked]'],
    ['Passwort: Sommerregen', 'Passwort: [masked]'],
    ['das Passwort für den Replica lautet S0mmer-44', 'das Passwort für den Replica lautet [masked]'],
    ['Kennwort: S0mmer-44', 'Kennwort: [masked]'],
    ['Root-Kennwort: S0mmer-44', 'Root-Kennwort: [masked]'],
    ['le mot de passe est Et3-2024', 'le mot de passe est [masked]'],
    ['mot de passe : Et3-2024', 'mot de passe : [masked]'],
    ['mdp: Et3-2024', 'mdp: [masked]'],
    ['la contraseña es Verano-24', 'la contraseña es [masked]'],
    ['contraseña: verano', 'contraseña: [masked]'],
    ['clave: V3rano', 'clave: [masked]'],
    ['a senha é Ver4o-24', 'a senha é [masked]'],
    ['senha: Ver4o', 'senha: [masked]'],
    ['wachtwoord: Z0mer', 'wachtwoord: [masked]'],
    ['lösenord: s0mmar', 'lösenord: [masked]'],
    ['hasło: Lat0', 'hasło: [masked]'],
    ['пароль: Leto-24', 'пароль: [masked]'],
    ['パスワード：natsu24', 'パスワード：[masked]'],
    ['パスワードは natsu-24', 'パスワードは [masked]'],
    ['密码是xia2024', '密码是[masked]'],
    ['密码: xia2024', '密码: [masked]'],
    ['비밀번호: yeoreum24', '비밀번호: [masked]'],
  ])('%s', (text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });
});

describe('passwords on command lines are masked', () => {
  test.each([
    [
      '`mysql -h inv-replica -u nina -pS0mmer-Regen-44` there, change it after',
      '`mysql -h inv-replica -u nina -p[masked]` there, change it after',
    ],
    ["mysqldump -u root -p'correct horse' shop", "mysqldump -u root -p'[masked]' shop"],
    ['mysql -u nina -p S0mmer-44', 'mysql -u nina -p [masked]'],
    ['mysql --password=hunter2', 'mysql --password=[masked]'],
    ['tool --password hunter', 'tool --password [masked]'],
    ['tool --api-key abcdef run', 'tool --api-key [masked] run'],
    ['sshpass -p hunter2 ssh root@db', 'sshpass -p [masked] ssh root@db'],
    ["sshpass -p'hunter2' ssh db", "sshpass -p'[masked]' ssh db"],
    ['curl -u admin:hunter2 https://x.example', 'curl -u [masked] https://x.example'],
    ['curl -sS -uadmin:hunter2 https://x.example', 'curl -sS -u[masked] https://x.example'],
    ['curl --user "admin:correct" x', 'curl --user "[masked]" x'],
    ['docker login -u me -p hunter2 hub.example', 'docker login -u me -p [masked] hub.example'],
    ['redis-cli -h cache -a hunter2 ping', 'redis-cli -h cache -a [masked] ping'],
    ['ldapsearch -D cn=x -w hunter2', 'ldapsearch -D cn=x -w [masked]'],
    ['mongosh -u root -p hunter2', 'mongosh -u root -p [masked]'],
    ['openssl rsa -passin pass:hunter -in k', 'openssl rsa -passin pass:[masked] -in k'],
    ['echo hunter2 | sudo -S reboot', 'echo [masked] | sudo -S reboot'],
    ['echo "root:hunter2" | chpasswd', 'echo "[masked]" | chpasswd'],
    ["CREATE USER x IDENTIFIED BY 'hunter2';", "CREATE USER x IDENTIFIED BY '[masked]';"],
    ["ALTER ROLE app WITH PASSWORD 'hunter2'", "ALTER ROLE app WITH PASSWORD '[masked]'"],
    ['requirepass hunter', 'requirepass [masked]'],
    ['machine x login nina password hunter', 'machine x login nina password [masked]'],
  ])('%s', (text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });
});

describe('what belongs to people is masked', () => {
  test.each([
    ['one customer, jessica.tan@mailbox.example, sent a video', 'one customer, [masked], sent a video'],
    ['<mailto:a.b@mailbox.example|a.b@mailbox.example> wrote', '[masked] wrote'],
    ['"mail":"a+b@mailbox.example"', '"mail":"[masked]"'],
    ['mail a.b@mailbox.example.', 'mail [masked].'],
    ['josé.núñez@correo.example', '[masked]'],
    ['x?mail=a.b%40mailbox.example&y', 'x?mail=[masked]&y'],
    ['press: +353 1 555 0199', 'press: [masked]'],
    ['press: +35315550199.', 'press: [masked].'],
    ['+49 (0)30 1234567', '[masked]'],
    ['+1-212-555-0187', '[masked]'],
    ['+1 (212) 555-0187', '[masked]'],
    ['<tel:+35315550199|+353 1 555 0199>', '[masked]'],
    ['(212) 555-0187', '[masked]'],
    ['call 212-555-0187 now', 'call [masked] now'],
    ['1-800-555-0199', '[masked]'],
    ['call me on 020 7946 0958', 'call me on [masked]'],
    ['07700 900123', '[masked]'],
    ['090-1234-5678', '[masked]'],
    ['Telefon: 030 1234567', 'Telefon: [masked]'],
    ['Handy 0171 2345678', 'Handy [masked]'],
    ['電話 03-1234-5678', '電話 [masked]'],
    ['030 1234567', '[masked]'],
    ['030-1234567', '[masked]'],
    ['01 555 0199', '[masked]'],
    ['0800 123 4567', '[masked]'],
    ['(11) 91234-5678', '[masked]'],
    ['+44 (0) 20 7946 0958', '[masked]'],
    ['+81 3-1234-5678', '[masked]'],
    ['&lt;a.b@mailbox.example&gt;', '&lt;[masked]&gt;'],
    ['phone 5550187', 'phone [masked]'],
    ['call 555-0187', 'call [masked]'],
    ['card 4111 1111 1111 1111 declined', 'card [masked] declined'],
    ['4111111111111111', '[masked]'],
    ['5500-0000-0000-0004', '[masked]'],
    ['3782 822463 10005', '[masked]'],
    ['DE89 3704 0044 0532 0130 00 is the account', '[masked] is the account'],
    ['GB82WEST12345698765432', '[masked]'],
    ['ssn 123-45-6789', 'ssn [masked]'],
    ['social security number: 123456789', 'social security number: [masked]'],
  ])('%s', (text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });
});

describe('everything else stays as it is', () => {
  test.each([
    'ask <@U012AB3CD> or <@U012AB3CD|nina> in <#C012AB3CD|inc-12-checkout>',
    '<!date^1717857003^{date_short} at {time}|June 8, 10:30 AM> <!here> <!subteam^S012AB3CD|@dba>',
    'https://team.slack.example/archives/C012AB3CD/p1717857003000100?thread_ts=1717857003.000100&cid=C012AB3CD',
    '<https://grafana.example/d/abc123/checkout?orgId=1&from=1717857003000&to=1717860603000|dashboard>',
    'https://github.example/shop/checkout/pull/1234#discussion_r1234567890',
    'https://medium.example/@nina/how-we-fixed-it-12345',
    'http://db-main.internal:5432/ and ssh://git@git.example/shop.git and git@github.com:shop/checkout.git',
    `reverted in ${hex(40)} (was ${hex(7)})`,
    `image shop/checkout@sha256:${hex(64)}`,
    'request 3f2504e0-4f89-11d3-9a0c-0305e82c3301 failed',
    'request id 1717857003000123456, trace 4bf92f3577b34da6a3ce929d0e0e4736',
    '10.0.0.12 and 192.168.100.200:5432 and 2001:0db8:85a3:0000:0000:8a2e:0370:7334 time out',
    'ts 1717857003.000100, ms 1717857003000, at 2024-06-08T10:35:00+02:00',
    'from 2024-06-08 10:35 to 2024-06-08 12:45, 10:30 - 11:30, 09.30-10.30',
    'postgres 14.11.2, node v20.20.2, chart 1.2.3-beta.4+build.567',
    'error rate 23%, p99 4200 ms, 1 200 000 rows, 12,400,000 requests, 20k users',
    'http_requests_total{code="503"} 1717857003',
    'pool 100 200 3000, ratio 3:1, 16:9, offsets 120394 120395 120396',
    'the token bucket is empty and every token expired',
    'password reset emails failing',
    'secret rotation is due, the secret was rotated in 2024',
    'password is wrong',
    'the password is not in the vault',
    'the password was rotated on 2024-06-08',
    'passwords are hashed with bcrypt12',
    'password: needs to be rotated',
    'password: ****',
    'password=$DB_PASSWORD_2',
    'password: please change it',
    'auth: auth-db-2 is slow, auth: v2.4.1-rc1 deployed, auth: 503s',
    'routing key: order.created.v2',
    'password reset: 503s since 10:35',
    'password hashing is slow, password service is on db-1',
    'パスワードが正しくありません',
    'パスワード: 変更済み',
    'API key: expired yesterday',
    '`PGPASSWORD=`, `password:` and "token=" are names, `x` is none',
    'password=[masked]',
    'password=$DB_PASSWORD psql',
    'password: {{ secrets.DB_PASSWORD }}, password=$(vault read db)',
    'password: &lt;your password&gt;',
    'Passwort ist falsch',
    'das Passwort ist abgelaufen.',
    'le mot de passe est incorrect',
    'la contraseña es incorrecta',
    'a senha está errada',
    'token: invalid',
    'token count 4096, max_tokens=4096, token_ttl: 3600s, tokens: 512',
    'secret_name=db-credentials',
    'secret: db-credentials is mounted',
    'api key missing, api key: missing',
    'access key rotation in 2 weeks',
    'primary key id1, cache key user:123, partition key=2024',
    'const token = await getToken(user);',
    'if (token === undefined || password == null) return;',
    'password = input;',
    'token = request.headers.get("x-token")',
    'secret = os.environ["SECRET"]',
    'const secret = process.env.SECRET',
    'token: string; password?: string;',
    'user.password = hash(password)',
    'kubectl get secret db -o yaml | grep password',
    'docker run -p 8080:80 -u 1000:1000 shop/checkout',
    'mysql -u nina -p shop',
    'mysql -h db -P 3306 -u nina',
    'curl -u $USER:$PASS https://x.example',
    'curl -X POST https://x.example:8443/api',
    'pass: 12, fail: 3',
    'all tests pass, 120 of 120',
    'error code 50312, status code: 503, exit code 137',
    'author: Nina2, authority: 12ab34',
    'bearer token expired, basic auth disabled',
    'the login page: 503 / timeouts',
    'login: fails / times out',
    'pin 3 messages, pinned at 10:35',
    'PR #4711 and INC-1234, ticket OPS-99812',
    'icon@2x.png, npm i react@18.2.0, @nina take over',
    'call volume 1200 per minute, 3 calls at 10:35',
    'call with 12 engineers at 2024-06-08 10:35',
    'order 123456789012, sku 88-1234-5678-90',
    'range 1000-2000-3000-4000',
    'sign in works, sign-in rate 23%',
    'port 5432: connection refused',
    'restart db-1 as password service db-2',
    'eu-west-1 is the key region, v2.4.1 was the password service',
    'code 12345 in the log',
    'sha256 of the tarball: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'パスワードが間違い',
    '🔥🔥abc is the password',
    'checkout is down 🔥 & <b>everyone</b> *waits*',
    '+23 -17 lines, +12345678 rows, UTC+02:00',
    '+2024-06-08 10:35 added',
    'deadlock 0x7ffee4b2c3d8 at 0000 0000 1234',
    '',
  ])('%s', (text) => {
    expect(maskSecrets(text)).toEqual({ text, masked: 0 });
  });
});

test('every secret is counted once', () => {
  expect(maskSecrets('password=a1b2c3 token=d4e5f6 and a.b@mailbox.example')).toEqual({
    text: 'password=[masked] token=[masked] and [masked]',
    masked: 3,
  });
});
