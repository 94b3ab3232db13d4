import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  DismissDuplicate,
  Duplicate,
  duplicateStates,
  FindPossibleDuplicates,
  Id,
  page,
  PossibleDuplicates,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, listQuery, type Page } from '@janela/platform';
import { z } from 'zod';

import { ProbeService } from './probe.service.ts';
import { SettleDuplicatesService } from './settle-duplicates.ts';

const PlaceOfId = z.strictObject({ id: Id });
type PlaceOfId = z.infer<typeof PlaceOfId>;
const ListOfHousehold = listQuery({});
type ListOfHousehold = z.infer<typeof ListOfHousehold>;
const ListAll = listQuery({ state: z.enum(duplicateStates).optional(), importId: Id.optional() });
type ListAll = z.infer<typeof ListAll>;

@Controller('v1')
export class DuplicatesController {
  constructor(
    private readonly probe: ProbeService,
    private readonly duplicates: SettleDuplicatesService,
  ) {}

  @Post('people/possible-duplicates')
  @Allow('household.register')
  @HttpCode(200)
  @Answers(PossibleDuplicates)
  find(
    @CurrentActor() actor: Actor,
    @Body({ schema: FindPossibleDuplicates }) input: FindPossibleDuplicates,
  ): Promise<PossibleDuplicates> {
    return this.probe.find(actor, input);
  }

  @Get('duplicates')
  @Allow('duplicate.read')
  @Answers(page(Duplicate))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListAll }) query: ListAll): Promise<Page<Duplicate>> {
    return this.duplicates.list(actor, query);
  }

  @Get('households/:id/duplicates')
  @Allow('duplicate.read')
  @Answers(page(Duplicate))
  listOfHousehold(
    @CurrentActor() actor: Actor,
    @Param({ schema: PlaceOfId }) { id }: PlaceOfId,
    @Query({ schema: ListOfHousehold }) query: ListOfHousehold,
  ): Promise<Page<Duplicate>> {
    return this.duplicates.listOf(actor, id, query);
  }

  @Post('duplicates/:id/dismiss')
  @Allow('duplicate.dismiss')
  @HttpCode(200)
  @Answers(Duplicate)
  dismiss(
    @CurrentActor() actor: Actor,
    @Param({ schema: PlaceOfId }) { id }: PlaceOfId,
    @Body({ schema: DismissDuplicate }) input: DismissDuplicate,
  ): Promise<Duplicate> {
    return this.duplicates.dismiss(actor, id, input);
  }
}
