import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  AddMember,
  ChangeHousehold,
  CloseHousehold,
  DesignatePayee,
  FindHousehold,
  Household,
  HouseholdSummary,
  IdParam,
  MoveHousehold,
  type Page,
  page,
  RegisteredHousehold,
  RegisterHousehold,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';

import { AddMemberService } from './add-member.ts';
import { ChangeHouseholdService } from './change-household.ts';
import { CloseHouseholdService } from './close-household.ts';
import { DesignatePayeeService } from './designate-payee.ts';
import { FindHouseholdService } from './find-household.ts';
import { HouseholdsService } from './households.service.ts';
import { MoveHouseholdService } from './move-household.ts';
import { RegisterHouseholdService } from './register-household.ts';

@Controller('v1/households')
export class HouseholdsController {
  constructor(
    private readonly registration: RegisterHouseholdService,
    private readonly finding: FindHouseholdService,
    private readonly households: HouseholdsService,
    private readonly changing: ChangeHouseholdService,
    private readonly members: AddMemberService,
    private readonly payees: DesignatePayeeService,
    private readonly moving: MoveHouseholdService,
    private readonly closing: CloseHouseholdService,
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
    return this.finding.list(actor, query);
  }

  @Get(':id')
  @Allow('household.read')
  @Answers(Household)
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Household> {
    return this.households.get(actor, id);
  }

  @Patch(':id')
  @Allow('household.change')
  @Answers(Household)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: ChangeHousehold }) input: ChangeHousehold,
  ): Promise<Household> {
    return this.changing.change(actor, { id, expectedVersion }, input);
  }

  @Post(':id/members')
  @Allow('household.change')
  @Answers(Household)
  addMember(
    @CurrentActor() actor: Actor,
    @IdempotencyKey({ optional: true }) key: string | undefined,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: AddMember }) input: AddMember,
  ): Promise<Household> {
    return this.members.add(actor, key, { id, expectedVersion }, input);
  }

  @Put(':id/payee')
  @Allow('payee.designate')
  @Answers(Household)
  designatePayee(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: DesignatePayee }) input: DesignatePayee,
  ): Promise<Household> {
    return this.payees.designate(actor, { id, expectedVersion }, input);
  }

  @Post(':id/move')
  @Allow('household.move')
  @HttpCode(200)
  @Answers(Household)
  move(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: MoveHousehold }) input: MoveHousehold,
  ): Promise<Household> {
    return this.moving.move(actor, { id, expectedVersion }, input);
  }

  @Post(':id/close')
  @Allow('household.close')
  @HttpCode(200)
  @Answers(Household)
  close(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: CloseHousehold }) input: CloseHousehold,
  ): Promise<Household> {
    return this.closing.close(actor, { id, expectedVersion }, input);
  }
}
