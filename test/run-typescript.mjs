// `node --import ./test/run-typescript.mjs FILE.ts`: runs TypeScript as it stands, for programs that a test
// starts and kills. No types are checked.

import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
