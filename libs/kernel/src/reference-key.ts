/** Returns a number that was copied from paper as it is compared: in small letters, without spaces and accents. */
export function referenceKey(reference: string): string {
  const plain = reference
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\s\p{M}\p{Cf}]/gu, '');
  return plain === '' ? reference : plain;
}
