import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  AccessLogEntry,
  AddMember,
  ChangeHousehold,
  CloseHousehold,
  DesignatePayee,
  Household,
  HouseholdChange,
  HouseholdSummary,
  Id,
  MoveHousehold,
  RegisteredHousehold,
  RegisterHousehold,
  page,
} from '@janela/contracts';
import {
  type Actor,
  Allow,
  Answers,
  CurrentActor,
  IdempotencyKey,
  IfMatch,
  listQuery,
  type Page,
} from '@janela/platform';
import { z } from 'zod';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { HistoryService } from '../history/history.service.ts';
import { FindHousehold, FindHouseholdService } from './find-household.ts';
import { HouseholdsService } from './households.service.ts';
import { RegisterHouseholdService } from './register-household.ts';

const HouseholdId = z.strictObject({ id: Id });
type HouseholdId = z.infer<typeof HouseholdId>;
const ListQuery = listQuery({});
type ListQuery = z.infer<typeof ListQuery>;

@Controller('v1/households')
export class HouseholdsController {
  constructor(
    private readonly registration: RegisterHouseholdService,
    private readonly households: HouseholdsService,
    private readonly finding: FindHouseholdService,
    private readonly history: HistoryService,
    private readonly accessLog: AccessLogService,
  ) {}

  @Post()
  @Allow('household.register')
  @Answers(RegisteredHousehold)
  register(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Body({ schema: RegisterHousehold }) input: RegisterHousehold,
  ): Promise<RegisteredHousehold> {
    return this.registration.register(actor, key, input);
  }

  @Get()
  @Allow('household.find')
  @Answers(page(HouseholdSummary))
  find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindHousehold }) query: FindHousehold,
  ): Promise<Page<HouseholdSummary>> {
    return this.finding.find(actor, query);
  }

  @Get(':id')
  @Allow('household.read')
  @Answers(Household)
  get(@CurrentActor() actor: Actor, @Param({ schema: HouseholdId }) { id }: HouseholdId): Promise<Household> {
    return this.households.get(actor, id);
  }

  @Patch(':id')
  @Allow('household.change')
  @Answers(Household)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @IfMatch() expected: number,
    @Body({ schema: ChangeHousehold }) input: ChangeHousehold,
  ): Promise<Household> {
    return this.households.change(actor, { id, expected }, input);
  }

  @Get(':id/history')
  @Allow('household.read-history')
  @Answers(page(HouseholdChange))
  listHistory(
    @CurrentActor() actor: Actor,
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @Query({ schema: ListQuery }) query: ListQuery,
  ): Promise<Page<HouseholdChange>> {
    return this.history.list(actor, id, query);
  }

  @Get(':id/access-log')
  @Allow('access-log.read')
  @Answers(page(AccessLogEntry))
  listAccess(
    @CurrentActor() actor: Actor,
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @Query({ schema: ListQuery }) query: ListQuery,
  ): Promise<Page<AccessLogEntry>> {
    return this.accessLog.list(actor, id, query);
  }

  @Post(':id/members')
  @Allow('household.change')
  @Answers(Household)
  addMember(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @IfMatch() expected: number,
    @Body({ schema: AddMember }) input: AddMember,
  ): Promise<Household> {
    return this.households.addMember(actor, key, { id, expected }, input);
  }

  @Put(':id/payee')
  @Allow('payee.designate')
  @Answers(Household)
  designatePayee(
    @CurrentActor() actor: Actor,
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @IfMatch() expected: number,
    @Body({ schema: DesignatePayee }) input: DesignatePayee,
  ): Promise<Household> {
    return this.households.designatePayee(actor, { id, expected }, input);
  }

  @Post(':id/move')
  @Allow('household.move')
  @HttpCode(200)
  @Answers(Household)
  move(
    @CurrentActor() actor: Actor,
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @IfMatch() expected: number,
    @Body({ schema: MoveHousehold }) input: MoveHousehold,
  ): Promise<Household> {
    return this.households.move(actor, { id, expected }, input);
  }

  @Post(':id/close')
  @Allow('household.close')
  @HttpCode(200)
  @Answers(Household)
  close(
    @CurrentActor() actor: Actor,
    @Param({ schema: HouseholdId }) { id }: HouseholdId,
    @IfMatch() expected: number,
    @Body({ schema: CloseHousehold }) input: CloseHousehold,
  ): Promise<Household> {
    return this.households.close(actor, { id, expected }, input);
  }
}
