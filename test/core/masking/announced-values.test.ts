import { maskSecrets } from '../../../src/core/masking/mask-secrets.js';

const HEX = '5d41402abc4b2a76b9719d911017c592';
const UUID = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';

describe('a name and its password are masked behind a word for logging in', () => {
  test.each([
    ['for sign in I am using nina_ops / Kelp#Otter@7', 'for sign in I am using nina_ops / [masked]'],
    ['zugang: git-nina / Regenbogen_1877', 'zugang: git-nina / [masked]'],
    ['控制台密码先用这个 nina / Hai-Lang-4471-abc', '控制台密码先用这个 nina / [masked]'],
    ['ログインです root / Tsuki#3030-xy', 'ログインです root / [masked]'],
    ['el acceso es nina / Mar!Azul-33', 'el acceso es nina / [masked]'],
    ['acesso: nina / Praia@2031', 'acesso: nina / [masked]'],
    ['compte nina:Nuage!4418', 'compte nina:[masked]'],
    ['계정: nina / Byeol!2207', '계정: nina / [masked]'],
    ['db creds: svc_shop W4ve!tideX', 'db creds: svc_shop [masked]'],
    ['login nina S3cure!Wave9', 'login nina [masked]'],
    ['las claves son Mar!Azul-33 y Mar!Rojo-44', 'las claves son [masked] y [masked]'],
    ['use Fox$Delta88 to log in', 'use [masked] to log in'],
  ])('%s', (text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });
});

describe('values further from their name are masked', () => {
  test.each([
    [`curl -H 'Shop-Key: ${HEX}' x`, "curl -H 'Shop-Key: [masked]' x"],
    [`X-Shop-Auth: ${HEX}`, 'X-Shop-Auth: [masked]'],
    ['password dello zip: Onda!Marina-4', 'password dello zip: [masked]'],
    ['passwords are Onda!Marina-4 and Onda!Lago-5', 'passwords are [masked] and [masked]'],
    ['Passwörter sind Onda!Marina-4 und Onda!Lago-5', 'Passwörter sind [masked] und [masked]'],
    ['passcode 7719', 'passcode [masked]'],
    [`api key ${UUID}`, 'api key [masked]'],
    ['wifi key is Green.Otter.2031', 'wifi key is [masked]'],
    ['recovery codes: 4321-8765 9876-5432', 'recovery codes: [masked]'],
    ['backup codes are ab12cd34, ef56ab78 and cd90ef12', 'backup codes are [masked]'],
    [`session ${HEX}`, 'session [masked]'],
    ['ｐａｓｓｗｏｒｄ：Onda-Marina4', 'ｐａｓｓｗｏｒｄ：[masked]'],
    ['*Password*\nLake22-Leaky-Pw4', '*Password*\n[masked]'],
    ['验证码 482913', '验证码 [masked]'],
  ])('%s', (text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });
});

describe('numbers of people are masked', () => {
  test.each([
    [
      'mi celular por si algo se cae de noche: 55 5555 0147',
      'mi celular por si algo se cae de noche: [masked]',
    ],
    ['我的手机是13800138000', '我的手机是[masked]'],
    ['my cell if it breaks again: 555 555 0147', 'my cell if it breaks again: [masked]'],
    ['codice fiscale RSSMRA85T10A562S', 'codice fiscale [masked]'],
    ['RSSMRA85T10A562S', '[masked]'],
    ['CPF 111.444.777-35', 'CPF [masked]'],
    ['cpf do cliente 11144477735', 'cpf do cliente [masked]'],
    ['身份证 11010519491231002X', '身份证 [masked]'],
    ['11010519491231002X', '[masked]'],
    ['aadhaar 2345 6789 0123', 'aadhaar [masked]'],
    ['PAN ABCPE1234F', 'PAN [masked]'],
    ['her social is 123-45-6789', 'her social is [masked]'],
    ['NI number QQ123456C', 'NI number QQ123456C'],
    ['NI number AB123456C', 'NI number [masked]'],
    ['AB 12 34 56 C', '[masked]'],
    ['NIR 2 55 08 14 168 025 38', 'NIR [masked]'],
    ['12345678Z', '[masked]'],
    ['NIE X1234567L', 'NIE [masked]'],
  ])('%s', (text, expected) => {
    expect(maskSecrets(text).text).toBe(expected);
  });
});

describe('what only looks like it stays', () => {
  test.each([
    'deploy / rollback',
    'login: deploy / rollback',
    'checkout / payments',
    'login for checkout / payments is down',
    'eu-west-1 / us-east-1',
    'login fails in eu-west-1 / us-east-1',
    'and/or',
    'log in and/or sign up',
    '10:35 / 10:40',
    'logins dropped at 10:35 / 10:40',
    'web-1 / web-2 restarted',
    'login: web-1 / web-2 restarted',
    'user login fails for 5% of users',
    'login since 2024-06-08 / 2024-06-09',
    'login v2.4.1 / v2.4.2',
    'login service back to checkout:3f9e1c2d',
    'login commit 3f9e1c2d / 8a7b6c5d',
    `request ${UUID} failed`,
    'login INC-123 / OPS-99812',
    'account error 503 / 504',
    'login via OAuth2 / SAML2',
    'users on Chrome-120 / Safari-17 cannot log in',
    'use Chrome-120 to log in',
    'Idempotency-Key: 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'Cache-Key: shop-cart-2024-11-20-v3',
    'session count 12000, session 42 timed out',
    'password reset broken since deploy: 3f9e1c2d',
    'password reset fails on: auth-service-v2',
    'Password\nweb-1 restarted',
    'password=[masked] and web-1 restarted',
    'mobile checkout: 1 200 000 requests, 2024-11-20 10:35',
    'recovery code path 503',
    'backup codes: 10 left',
    'key accounts / API2 users',
    'login rate: 50%/min',
    'login broken on iOS17 / Android14',
    'login pods auth-7f9c6d5b4-x2x9k / auth-7f9c6d5b4-p8q2m restarted',
    'access to k8s: node-pool-1/node-3',
    'access logs: GET /api/v2/users',
    'sign in with Google: OAuth2.0 / OIDC',
    'login: see PR#1234 / PR#1235',
    'login flow: LoginV2Controller / AuthV2Handler',
    'password service error is ECONNRESET2',
    'login fails with code: E-1042',
    '登录服务: Nginx1.25.3 / Tomcat9.0',
    'login: user_id=42 / org_id=77',
    'use t3.large-v2 to access it',
    'las claves son diferentes',
    'login for user/Account#42',
    'login via Mesh-Proxy_A77b!x',
  ])('%s', (text) => {
    expect(maskSecrets(text)).toEqual({ text, masked: 0 });
  });
});
