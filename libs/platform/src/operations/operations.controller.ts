import { Controller, Get, Header, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { Public } from '../auth/allow.ts';
import { OperationsGuard } from '../auth/operations.guard.ts';
import { Produces } from '../http/accept.ts';
import { HealthChecks, type HealthKind, type HealthReport } from '../health/health-checks.ts';
import { Metrics } from '../health/metrics.ts';

/** The routes of orchestrators and monitors, at the service itself: the gateway forwards `/v1` and nothing else. */
@Controller()
@Public()
@ApiExcludeController()
export class OperationsController {
  constructor(
    private readonly health: HealthChecks,
    private readonly figures: Metrics,
  ) {}

  @Get('health/live')
  live(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    return this.answer('live', reply);
  }

  @Get('health/ready')
  ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    return this.answer('ready', reply);
  }

  @Get('metrics')
  @UseGuards(OperationsGuard)
  @Produces('text/plain')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.figures.registry.metrics();
  }

  private async answer(kind: HealthKind, reply: FastifyReply): Promise<HealthReport> {
    const report = await this.health.report(kind);
    void reply.status(report.status === 'ok' ? 200 : 503).header('cache-control', 'no-store');
    return report;
  }
}
