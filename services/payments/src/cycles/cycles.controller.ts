import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  OpenCycle,
  RejectCycle,
  Cycle,
  CycleComparison,
  Payment,
  Reconciliation,
  page,
  IdParam,
  ListCyclePayments,
  ListCycles,
  type Page,
} from '@janela/contracts';
import { type Actor, Allow, Answers, CurrentActor, IdempotencyKey, IfMatch } from '@janela/platform';

import { PaymentsService } from '../payments/payments.service.ts';
import { CloseCycleService } from './close-cycle.ts';
import { CompareCycleService } from './compare-cycle.ts';
import { CyclesService } from './cycles.service.ts';
import { DecideCycleService } from './decide-cycle.ts';
import { OpenCycleService } from './open-cycle.ts';
import { SubmitCycleService } from './submit-cycle.ts';

@Controller('v1/cycles')
export class CyclesController {
  constructor(
    private readonly cycles: CyclesService,
    private readonly payments: PaymentsService,
    private readonly openCycle: OpenCycleService,
    private readonly submitCycle: SubmitCycleService,
    private readonly decideCycle: DecideCycleService,
    private readonly closeCycle: CloseCycleService,
    private readonly compareCycle: CompareCycleService,
  ) {}

  @Post()
  @Allow('cycle.make')
  @Answers(Cycle)
  open(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body({ schema: OpenCycle }) input: OpenCycle,
  ): Promise<Cycle> {
    return this.openCycle.open(actor, key, input);
  }

  @Get()
  @Allow('cycle.read')
  @Answers(page(Cycle))
  list(@CurrentActor() actor: Actor, @Query({ schema: ListCycles }) query: ListCycles): Promise<Page<Cycle>> {
    return this.cycles.list(actor, query);
  }

  @Get(':id')
  @Allow('cycle.read')
  @Answers(Cycle)
  get(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Cycle> {
    return this.cycles.get(actor, id);
  }

  @Get(':id/payments')
  @Allow('cycle.read')
  @Answers(page(Payment))
  paymentsOf(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ListCyclePayments }) query: ListCyclePayments,
  ): Promise<Page<Payment>> {
    return this.payments.listOfCycle(actor, id, query);
  }

  @Get(':id/comparison')
  @Allow('cycle.read')
  @Answers(CycleComparison)
  compare(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<CycleComparison> {
    return this.compareCycle.compare(actor, id);
  }

  @Get(':id/reconciliation')
  @Allow('cycle.read')
  @Answers(Reconciliation)
  reconcile(@CurrentActor() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam): Promise<Reconciliation> {
    return this.cycles.reconcile(actor, id);
  }

  @Post(':id/submit')
  @Allow('cycle.make')
  @HttpCode(200)
  @Answers(Cycle)
  submit(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
  ): Promise<Cycle> {
    return this.submitCycle.submit(actor, { id, expectedVersion });
  }

  @Post(':id/approve')
  @Allow('cycle.decide')
  @HttpCode(200)
  @Answers(Cycle)
  approve(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
  ): Promise<Cycle> {
    return this.decideCycle.approve(actor, { id, expectedVersion });
  }

  @Post(':id/reject')
  @Allow('cycle.decide')
  @HttpCode(200)
  @Answers(Cycle)
  reject(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
    @Body({ schema: RejectCycle }) input: RejectCycle,
  ): Promise<Cycle> {
    return this.decideCycle.reject(actor, { id, expectedVersion }, input);
  }

  @Post(':id/close')
  @Allow('cycle.make')
  @HttpCode(200)
  @Answers(Cycle)
  close(
    @CurrentActor() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IfMatch() expectedVersion: number,
  ): Promise<Cycle> {
    return this.closeCycle.close(actor, { id, expectedVersion });
  }
}
