import { type DestinationStream, pino } from 'pino';
import type { Log } from '../usecases/ports.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * JSON lines on standard output (or `destination`). Callers pass static messages and small details; errors
 * are reduced to their name, code and frames, and to their message where it is a sentence of ours.
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

/** Whose messages are sentences of ours. Those of libraries may quote what they were given: rows, bodies. */
const OURS = new Set(['Error', 'TokenRefusedError', 'RangeError', 'TypeError']);

function describe(error: Error): Record<string, unknown> {
  const { name, message, stack = '', cause } = error;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name,
    ...('code' in error && { code: error.code }),
    ...(OURS.has(name) && { message: message.slice(0, 300) }),
    // The frames alone: the head of a stack repeats the message.
    stack: frames.slice(0, 12).join('\n'),
    ...(cause instanceof Error && { cause: describe(cause) }),
  };
}
