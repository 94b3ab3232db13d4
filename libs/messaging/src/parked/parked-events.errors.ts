import { appErrors } from '@janela/platform';

export const { ParkedEventNotFound, ParkedEventResolved, ParkedEventUnreadable, UnknownConsumer } = appErrors(
  'messaging',
  {
    ParkedEventNotFound: [404, 'parked_event_not_found', 'There is no such parked event'],
    ParkedEventResolved: [409, 'parked_event_resolved', 'The parked event has already been released or set aside'],
    ParkedEventUnreadable: [
      422,
      'parked_event_unreadable',
      'The parked event can never be applied; it can only be set aside',
    ],
    UnknownConsumer: [
      409,
      'unknown_consumer',
      'Nothing here listens as that consumer any more; its events can only be set aside',
    ],
  },
);
