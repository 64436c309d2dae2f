import { type DestinationStream, pino } from 'pino';
import type { Log } from '../usecases/ports.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * JSON lines on standard output (or `destination`). Callers pass static messages and small details; errors
 * are reduced to name, message and stack, since their other fields may hold a request's body.
 */
export function openLog(level: LogLevel, destination?: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    ...(destination ? [destination] : []),
  );
  const write =
    (at: 'debug' | 'info' | 'warn' | 'error'): Log['info'] =>
    (message, details) =>
      logger[at](details ? readable(details) : {}, message);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function readable(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, value instanceof Error ? describe(value) : value]),
  );
}

function describe(error: Error): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause instanceof Error && { cause: describe(cause) }) };
}
