import { Module } from '@nestjs/common';

import { AttemptsService } from './attempts.service.ts';
import { SignInWatch } from './sign-in-watch.ts';

/** Signing in: the growing wait after failures, and how it ends, counted and on the trail. */
@Module({ providers: [AttemptsService, SignInWatch], exports: [AttemptsService, SignInWatch] })
export class SignInModule {}
