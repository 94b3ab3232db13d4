import { Injectable } from '@nestjs/common';
import { BlindIndex, Cipher, mask } from '@janela/platform';

/** The numbers that are encrypted, by the purpose under which each is. */
const purposes = { identifier: 'registry.identifier', phone: 'registry.phone', account: 'registry.account' } as const;
export type NumberKind = keyof typeof purposes;

/** Encrypts numbers that could harm a person. They are found by a keyed mark and shown by a mask, which are stored beside them. */
@Injectable()
export class NumberCipher {
  constructor(
    private readonly cipher: Cipher,
    private readonly index: BlindIndex,
  ) {}

  encryptIdentifier(
    identifierId: string,
    type: string,
    value: string,
  ): { valueSealed: string; mark: string; valueMasked: string } {
    const { sealed: valueSealed, masked: valueMasked } = this.encrypt('identifier', identifierId, value);
    return { valueSealed, mark: this.markIdentifier(type, value), valueMasked };
  }

  encryptPhone(personId: string, value: string): { phoneSealed: string; phoneMark: string; phoneMasked: string } {
    const { sealed: phoneSealed, masked: phoneMasked } = this.encrypt('phone', personId, value);
    return { phoneSealed, phoneMark: this.markPhone(value), phoneMasked };
  }

  encryptAccount(
    householdId: string,
    value: string,
  ): { accountSealed: string; accountMark: string; accountMasked: string } {
    const { sealed: accountSealed, masked: accountMasked } = this.encrypt('account', householdId, value);
    return { accountSealed, accountMark: this.markAccount(value), accountMasked };
  }

  markIdentifier(type: string, value: string): string {
    return this.index.mark(`${purposes.identifier}.${type}`, value);
  }

  markPhone(value: string): string {
    return this.index.mark(purposes.phone, value);
  }

  markAccount(value: string): string {
    return this.index.mark(purposes.account, value);
  }

  /** Returns an account in clear: for the event that carries it to payments, and for its mask while that is missing. */
  decryptAccount(householdId: string, sealed: string): string {
    return this.cipher.open(purposes.account, sealed, householdId);
  }

  /** Returns the mask of a number that was stored without one. */
  maskOf(kind: NumberKind, id: string, sealed: string): string {
    return mask(this.cipher.open(purposes[kind], sealed, id));
  }

  private encrypt(kind: NumberKind, id: string, value: string): { sealed: string; masked: string } {
    return { sealed: this.cipher.seal(purposes[kind], value, id), masked: mask(value) };
  }
}

/** An account that is not there. */
export const noAccount = { accountSealed: null, accountMark: null, accountMasked: null } as const;

/** A telephone that is not there. */
export const noPhone = { phoneSealed: null, phoneMark: null, phoneMasked: null } as const;
