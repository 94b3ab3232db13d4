import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A service that is up. */
export interface RunningService {
  app: NestFastifyApplication;
  /** `http://127.0.0.1:41234` */
  address: string;
  close(): Promise<void>;
}

/** A service that listens by itself, without routes of Nest's. */
export type RunningContext = Pick<RunningService, 'close'> & { app: INestApplicationContext };
