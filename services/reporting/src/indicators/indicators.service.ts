import { Injectable } from '@nestjs/common';
import type { Indicator } from '@janela/contracts';
import { InjectConfig } from '@janela/platform';

import { sdmxAge } from '../denominators/age-group.ts';
import { agesOf } from '../figures/sdg-rows.ts';
import { effectiveCoverage, sdgSeries } from '../figures/series.ts';
import type { ReportingConfig } from '../reporting.config.ts';
import { IndicatorUnknown } from '../reporting.errors.ts';

const custodian = 'International Labour Organization (ILO)';

const coverageIndicator: Indicator = {
  code: '1.3.1',
  title: {
    en: 'Proportion of population covered by social protection floors and systems',
    pt: 'Proporção da população coberta por pisos e sistemas de protecção social',
    fr: 'Proportion de la population bénéficiant de socles et systèmes de protection sociale',
  },
  definition: effectiveCoverage,
  custodian,
};

@Injectable()
export class IndicatorsService {
  private readonly all: readonly Indicator[];

  constructor(@InjectConfig() { JANELA_PENSION_AGE: pension, JANELA_CHILD_AGE: child }: ReportingConfig) {
    const series = sdgSeries.map((each) => ({
      code: each.code,
      title: each.title,
      definition: each.definition,
      custodian,
      partOf: coverageIndicator.code,
      ageGroup: sdmxAge(agesOf(each, { pension, child })),
    }));
    this.all = [coverageIndicator, ...series];
  }

  list(): Indicator[] {
    return [...this.all];
  }

  get(code: string): Indicator {
    const found = this.all.find((indicator) => indicator.code === code);
    if (!found) throw new IndicatorUnknown();
    return found;
  }
}
