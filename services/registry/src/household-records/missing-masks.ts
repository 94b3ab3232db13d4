import { Injectable } from '@nestjs/common';

import { NumberCipher } from '../encryption/number-cipher.ts';
import type { HouseholdRecord } from './household-record.ts';

interface WithAccount {
  householdId: string;
  accountSealed: string | null;
  accountMasked: string | null;
}

/** Completes rows that were stored before masks were, which needs the key; no other row is decrypted to be shown. */
@Injectable()
export class MissingMasks {
  constructor(private readonly cipher: NumberCipher) {}

  /** Returns the record with a mask for each number. */
  complete(record: HouseholdRecord): HouseholdRecord {
    return {
      ...record,
      people: record.people.map((row) => {
        if (row.phoneSealed === null || row.phoneMasked !== null) return row;
        return { ...row, phoneMasked: this.cipher.maskOf('phone', row.id, row.phoneSealed) };
      }),
      identifiers: record.identifiers.map((row) => {
        if (row.valueMasked !== null) return row;
        return { ...row, valueMasked: this.cipher.maskOf('identifier', row.id, row.valueSealed) };
      }),
      payee: record.payee && this.completeAccount(record.payee),
      payeeChanges: record.payeeChanges.map((row) => this.completeAccount(row)),
    };
  }

  /** Returns a row that has an account with the mask of it. */
  completeAccount<Row extends WithAccount>(row: Row): Row {
    if (row.accountSealed === null || row.accountMasked !== null) return row;
    return { ...row, accountMasked: this.cipher.maskOf('account', row.householdId, row.accountSealed) };
  }
}
