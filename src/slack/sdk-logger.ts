import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../usecases/ports.js';

/**
 * Slack's libraries print whole payloads at debug level and bodies in some errors, so only their warnings and
 * errors are passed on, as text cut to what identifies the trouble. The Web API client warns of what an answer
 * says beside being fine (`already_in_channel`): for that one `warnings` are `debug`.
 */
export function sdkLogger(log: Log, warnings: 'warn' | 'debug' = 'warn'): Logger {
  const cut = (parts: unknown[]): string =>
    parts
      .map((part) =>
        part instanceof Error ? `${part.name}: ${part.message}` : typeof part === 'string' ? part : '',
      )
      .join(' ')
      .slice(0, 200);
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log[warnings]('slack library', { said: cut(parts) }),
    error: (...parts) => log.error('slack library', { said: cut(parts) }),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
