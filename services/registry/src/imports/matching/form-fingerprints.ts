import { createHmac } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import type { RegisterHousehold } from '@janela/contracts';
import { canonicalJson, deriveKey, InjectConfig } from '@janela/platform';

import type { RegistryConfig } from '../../registry.config.ts';

const partNames = [
  'areaCode',
  'address',
  'residence',
  'dwelling',
  'assets',
  'consumption',
  'payee',
  'consent',
] as const satisfies (keyof RegisterHousehold)[];
export type FormPart = (typeof partNames)[number];

/** What a form said, as prints that are equal when it says the same, and reveal nothing else. */
export interface Fingerprints {
  parts: Record<FormPart, string>;
  /** In the order of the form. */
  members: string[];
}

/** Of 256 bits, so many that two answers to one question will never share a print. */
const printLength = 16;

/** Makes prints of forms: to see what a corrected file corrects, without keeping what it said. */
@Injectable()
export class FormFingerprints {
  private readonly key: Buffer;

  constructor(@InjectConfig() config: RegistryConfig) {
    invariant(config.JANELA_INDEX_KEY, 'prints of forms are made with JANELA_INDEX_KEY');
    this.key = deriveKey(config.JANELA_INDEX_KEY, 'registry.form-fingerprints');
  }

  of(form: RegisterHousehold): Fingerprints {
    const parts = partNames.map((part) => [part, this.print(form[part])] as const);
    return {
      parts: Object.fromEntries(parts) as Fingerprints['parts'],
      members: form.members.map((member) => this.print(member)),
    };
  }

  private print(value: unknown): string {
    return createHmac('sha256', this.key)
      .update(canonicalJson(value ?? null))
      .digest('base64url')
      .slice(0, printLength);
  }
}

/** The parts in which two forms differ. */
export function differingParts(a: Fingerprints, b: Fingerprints): Set<FormPart> {
  return new Set(partNames.filter((part) => a.parts[part] !== b.parts[part]));
}
