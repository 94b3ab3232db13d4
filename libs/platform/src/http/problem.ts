import { randomBytes } from 'node:crypto';

import { HttpException } from '@nestjs/common';

import { requestContext } from '../context/request-context.ts';
import { AppError, appError, type ProblemEntry } from '../errors/app-error.ts';
import { databaseRefusal } from '../errors/database-refusal.ts';
import {
  AddressTooLong,
  BodyTooLarge,
  InternalError,
  MalformedRequest,
  NoSuchRoute,
  RequestTooSlow,
  UnsupportedMediaType,
} from '../errors/refusals.ts';

/** RFC 9457 as Janela writes it. `instance` is the trace id: the number to quote when asking for help. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  instance: string;
  errors?: readonly ProblemEntry[];
}

/** A refusal of the framework's own that has no better name here. */
class NotPossible extends appError('request.not_possible', 400, 'The request cannot be served') {}

const byFrameworkCode: Record<string, () => AppError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => new BodyTooLarge(),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new UnsupportedMediaType(),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => new MalformedRequest('The body is not as long as Content-Length says'),
  FST_ERR_BAD_URL: () => new MalformedRequest('The address has a percent sign that is not followed by valid UTF-8'),
  FST_ERR_MAX_PARAM_LENGTH: () => new AddressTooLong(),
};

const byFrameworkStatus: Record<number, () => AppError> = {
  404: () => new NoSuchRoute(),
  408: () => new RequestTooSlow(),
  413: () => new BodyTooLarge(),
  414: () => new AddressTooLong(),
  415: () => new UnsupportedMediaType(),
};

/** The refusal for what the router itself will not take, before there is a route. */
export function routerRefusal({ code }: { code: string }): AppError {
  return byFrameworkCode[code]?.() ?? new MalformedRequest();
}

/** The refusal that an error amounts to. Whatever is not known to be a refusal is `InternalError`: a bug, to be logged. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HttpException) return frameworkRefusal(error);
  return databaseRefusal(error) ?? new InternalError();
}

function frameworkRefusal(error: HttpException): AppError {
  const { code = '' } = (error.cause ?? {}) as { code?: string };
  const known = byFrameworkCode[code] ?? byFrameworkStatus[error.getStatus()];
  if (known) return known();
  return error.getStatus() < 500 ? new NotPossible() : new InternalError();
}

/** The document that goes to the caller: never a stack, never a message of the database or of an unknown error. */
export function problemOf(refusal: AppError): Problem {
  return {
    type: `urn:janela:problem:${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    code: refusal.code,
    ...(refusal.detail !== undefined && { detail: refusal.detail }),
    instance: requestContext()?.traceId ?? randomBytes(16).toString('hex'),
    ...(refusal.options.errors && { errors: refusal.options.errors }),
    ...refusal.options.members,
  };
}
