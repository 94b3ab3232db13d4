import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@janela/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { PagesService } from './pages.service.ts';

/** Every address that is not the gateway's own is a page of the web app, which finds out itself what to show. */
@Public()
@Controller()
@ApiExcludeController()
export class PagesController {
  constructor(private readonly pages: PagesService) {}

  @Get(['/', '*'])
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.send(request, reply);
  }
}
