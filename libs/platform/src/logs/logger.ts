import { type LoggerService } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { type DestinationStream, pino, type Logger as Pino } from 'pino';

import { requestContext } from '../context/request-context.ts';
import { redact, scrub } from './redact.ts';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** JSON lines on standard output, each with the request's and trace's id, none with personal data. */
export function createPino(service: string, level: LogLevel, destination?: DestinationStream): Pino {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (line: Record<string, unknown>) => redact(line, 1) as Record<string, unknown>,
    },
    serializers: { err: (error: unknown) => error },
    mixin: idsOfNow,
  };
  return destination ? pino(options, destination) : pino(options);
}

function idsOfNow(): Record<string, string> {
  const context = requestContext();
  const traceId = trace.getActiveSpan()?.spanContext().traceId ?? context?.traceId;
  return {
    ...(context && { requestId: context.requestId }),
    ...(traceId !== undefined && { traceId }),
    ...(context?.actorId !== undefined && { actorId: context.actorId }),
  };
}

/** The framework logs every module and route it loads; that is only of use for finding a fault in it. */
const talkative = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Nest's `Logger` on top of pino: `new Logger(Households.name).log('…')` anywhere in a service comes out as one JSON line. */
export class Log implements LoggerService {
  constructor(readonly pino: Pino) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(talkative.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** `log('What happened', { fields, err })`. Nest adds the class's name at the end, and may pass an error as the message. */
  private write(level: Exclude<LogLevel, 'silent'>, message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const parts = [message, ...(context === undefined ? rest : rest.slice(0, -1))];
    const text = parts.find((part) => typeof part === 'string');
    const err = parts.find((part) => part instanceof Error);
    const fields = parts.filter(isFields);
    const line = Object.assign({}, ...fields, context !== undefined && { context }, err && { err }) as object;
    this.pino[level](line, text === undefined ? undefined : scrub(text));
  }
}

function isFields(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !(part instanceof Error);
}
