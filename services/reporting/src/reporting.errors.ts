import { appError } from '@janela/platform';

export class AreaUnknown extends appError('reporting.area_unknown', 404, 'There is no such area') {}
export class AreaNotThen extends appError(
  'reporting.area_not_then',
  422,
  'The area does not exist on the day that is asked for',
) {}
export class AreaNotSaid extends appError(
  'reporting.area_not_said',
  400,
  'Say for which of your areas, with areaCode',
) {}
export class DateInFuture extends appError('reporting.date_in_future', 422, 'There are no figures of the future') {}
export class DateBeforeFirstEvent extends appError(
  'reporting.date_before_first_event',
  422,
  'Nothing is known of a day before the first event',
) {}
export class DatesInWrongOrder extends appError(
  'reporting.dates_in_wrong_order',
  422,
  'The last day lies before the first',
) {}
export class FormatUnknown extends appError(
  'reporting.format_unknown',
  406,
  'The figures can be had as json, csv or xlsx',
) {}
export class IndicatorUnknown extends appError('reporting.indicator_unknown', 404, 'There is no such indicator') {}
export class SnapshotNotFound extends appError('reporting.snapshot_not_found', 404, 'There is no such snapshot') {}

export class SourceUnknown extends appError(
  'reporting.source_unknown',
  422,
  'A row names a source that is not among the sources',
) {}
export class CountedInFuture extends appError(
  'reporting.counted_in_future',
  422,
  'Nothing is counted, asked or published in a year that has yet to come; say that it is a projection',
) {}
export class DenominatorTwice extends appError(
  'reporting.denominator_twice',
  422,
  'The same value is given twice, by the same source',
) {}
export class AgeGroupsIncomplete extends appError(
  'reporting.age_groups_incomplete',
  422,
  'Age groups of a table overlap or leave ages out',
) {}
