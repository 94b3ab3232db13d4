import { Injectable } from '@nestjs/common';
import { Cipher } from '@janela/platform';

export type TextKind = 'description' | 'answer' | 'note' | 'grounds' | 'reason';

/** What people wrote, encrypted at rest and bound to the case or appeal in which they wrote it. */
@Injectable()
export class CaseTexts {
  constructor(private readonly cipher: Cipher) {}

  seal(kind: TextKind, id: string, text: string): string {
    return this.cipher.seal(`grievances.${kind}`, text, id);
  }

  open(kind: TextKind, id: string, sealed: string): string {
    return this.cipher.open(`grievances.${kind}`, sealed, id);
  }

  /** Returns a text, or null where there is none. */
  find(kind: TextKind, id: string, sealed: string | null): string | null {
    return sealed === null ? null : this.open(kind, id, sealed);
  }
}
