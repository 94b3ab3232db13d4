import { appErrors } from '@janela/platform';

export const { EventDoesNotFit, EventTooLarge } = appErrors('messaging', {
  /** A bug of the publisher: nothing was stored. The detail names the fields, never their values. */
  EventDoesNotFit: [422, 'event_does_not_fit', 'An event that was to be published does not fit its contract'],
  EventTooLarge: [413, 'event_too_large', 'An event that was to be published is larger than the broker takes'],
});
