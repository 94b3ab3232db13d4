import { Module } from '@nestjs/common';

import { NumberCipher } from './number-cipher.ts';

@Module({ providers: [NumberCipher], exports: [NumberCipher] })
export class EncryptionModule {}
