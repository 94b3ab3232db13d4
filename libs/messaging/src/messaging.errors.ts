import { appError } from '@janela/platform';

/** A bug of the publisher: nothing was stored. The detail names the fields, never their values. */
export class EventDoesNotFit extends appError(
  'messaging.event_does_not_fit',
  422,
  'An event that was to be published does not fit its contract',
) {}

export class EventTooLarge extends appError(
  'messaging.event_too_large',
  413,
  'An event that was to be published is larger than the broker takes',
) {}

export class ParkedEventNotFound extends appError(
  'messaging.parked_event_not_found',
  404,
  'There is no such parked event',
) {}

export class ParkedEventSettled extends appError(
  'messaging.parked_event_settled',
  409,
  'The parked event has already been released or set aside',
) {}

export class ParkedEventUnreadable extends appError(
  'messaging.parked_event_unreadable',
  422,
  'The parked event can never be applied; it can only be set aside',
) {}

export class ConsumerNotHere extends appError(
  'messaging.consumer_not_here',
  409,
  'Nothing here listens as that consumer any more; its events can only be set aside',
) {}
