import { appError } from '@janela/platform';

export class ParkedEventNotFound extends appError(
  'messaging.parked_event_not_found',
  404,
  'There is no such parked event',
) {}

export class ParkedEventResolved extends appError(
  'messaging.parked_event_resolved',
  409,
  'The parked event has already been released or set aside',
) {}

export class ParkedEventUnreadable extends appError(
  'messaging.parked_event_unreadable',
  422,
  'The parked event can never be applied; it can only be set aside',
) {}

export class UnknownConsumer extends appError(
  'messaging.unknown_consumer',
  409,
  'Nothing here listens as that consumer any more; its events can only be set aside',
) {}
