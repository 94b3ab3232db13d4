import { Injectable } from '@nestjs/common';
import { BlindIndex, Cipher, mask } from '@janela/platform';

const identifier = 'registry.identifier';
const phone = 'registry.phone';
const account = 'registry.account';

/** Numbers that could harm somebody: encrypted in their rows, found by their mark, shown only masked. */
@Injectable()
export class NumberCipher {
  constructor(
    private readonly cipher: Cipher,
    private readonly index: BlindIndex,
  ) {}

  sealIdentifier(identifierId: string, type: string, value: string): { valueSealed: string; mark: string } {
    return { valueSealed: this.cipher.seal(identifier, value, identifierId), mark: this.markIdentifier(type, value) };
  }

  sealPhone(personId: string, value: string): { phoneSealed: string; phoneMark: string } {
    return { phoneSealed: this.cipher.seal(phone, value, personId), phoneMark: this.markPhone(value) };
  }

  sealAccount(householdId: string, value: string): { accountSealed: string; accountMark: string } {
    return { accountSealed: this.cipher.seal(account, value, householdId), accountMark: this.markAccount(value) };
  }

  markIdentifier(type: string, value: string): string {
    return this.index.mark(`${identifier}.${type}`, value);
  }

  markPhone(value: string): string {
    return this.index.mark(phone, value);
  }

  markAccount(value: string): string {
    return this.index.mark(account, value);
  }

  maskIdentifier(identifierId: string, sealed: string): string {
    return mask(this.cipher.open(identifier, sealed, identifierId));
  }

  maskPhone(personId: string, sealed: string): string {
    return mask(this.cipher.open(phone, sealed, personId));
  }

  maskAccount(householdId: string, sealed: string): string {
    return mask(this.openAccount(householdId, sealed));
  }

  /** In clear, for the one event that carries it to whoever pays. */
  openAccount(householdId: string, sealed: string): string {
    return this.cipher.open(account, sealed, householdId);
  }
}
