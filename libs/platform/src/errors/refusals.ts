import { appError } from './app-error.ts';

/** What every service refuses in the same words. A service's own refusals live in its `<service>.errors.ts`. */
export class NoSuchRoute extends appError('request.no_such_route', 404, 'There is nothing at this address') {}
export class MethodNotAllowed extends appError(
  'request.method_not_allowed',
  405,
  'This address does not take that method',
) {}
export class NotAcceptable extends appError(
  'request.not_acceptable',
  406,
  'The answer exists in none of the accepted types',
) {}
export class UnsupportedMediaType extends appError(
  'request.unsupported_media_type',
  415,
  'The body is of a type that is not read here',
) {}
export class BodyTooLarge extends appError('request.too_large', 413, 'The body is too large') {}
export class BodyTooDeep extends appError('request.too_deep', 400, 'The body is nested too deeply') {}
export class TooManyFields extends appError('request.too_many_fields', 400, 'The body has too many fields') {}
export class NotJson extends appError('request.not_json', 400, 'The body is not JSON') {}
export class NotUtf8 extends appError('request.not_utf8', 400, 'The text is not valid UTF-8') {}
export class ForbiddenCharacter extends appError(
  'request.forbidden_character',
  400,
  'The text has a character that cannot be stored',
) {}
export class ForbiddenField extends appError(
  'request.forbidden_field',
  400,
  'A field has a name that is never accepted',
) {}
export class RepeatedField extends appError('request.repeated_field', 400, 'A field is given twice in one object') {}
export class UnexpectedBody extends appError('request.unexpected_body', 400, 'This address takes no body') {}
export class RepeatedParameter extends appError(
  'request.repeated_parameter',
  400,
  'A query parameter is given twice',
) {}
export class InvalidRequest extends appError(
  'request.invalid',
  400,
  'The request does not fit what this address takes',
) {}
export class BadCursor extends appError('request.bad_cursor', 400, 'The cursor is not one that this list gave out') {}
export class MalformedRequest extends appError('request.malformed', 400, 'The request could not be read') {}
export class AddressTooLong extends appError('request.address_too_long', 414, 'The address is too long') {}
export class HeadersTooLarge extends appError('request.headers_too_large', 431, 'The headers are too large') {}
export class RequestTooSlow extends appError('request.too_slow', 408, 'The request took too long to arrive') {}

export class MissingVersion extends appError(
  'request.missing_version',
  428,
  'A change must say which version it saw, in If-Match',
) {}
export class BadVersion extends appError('request.bad_version', 400, 'If-Match must be one strong ETag, such as "7"') {}
export class StaleVersion extends appError('request.stale_version', 412, 'Someone else changed it first') {}

export class AlreadyExists extends appError('request.already_exists', 409, 'There is one already') {}
export class Overlaps extends appError('request.overlaps', 409, 'It overlaps with one that exists') {}
export class RefersToNothing extends appError(
  'request.refers_to_nothing',
  409,
  'It refers to something that does not exist, or is still referred to',
) {}
export class BreaksRule extends appError('request.breaks_rule', 422, 'A rule of the database does not allow it') {}
export class UnstorableValue extends appError('request.unstorable_value', 400, 'A value cannot be stored') {}

export class Busy extends appError('service.busy', 503, 'Someone else is working on the same thing; try again') {}
export class TooSlow extends appError('service.too_slow', 503, 'The answer took too long; try again later') {}
export class DatabaseUnreachable extends appError(
  'service.database_unreachable',
  503,
  'The database cannot be reached; try again later',
) {}
export class InternalError extends appError('service.internal_error', 500, 'Something went wrong on our side') {}
