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
