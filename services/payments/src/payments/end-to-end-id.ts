/** Returns the reference that every answer and statement repeats: 32 letters and digits, of at most 35 that banks take. */
export function endToEndIdOf(instructionId: string): string {
  return instructionId.replaceAll('-', '');
}

/** Returns the instruction that a reference is of; undefined when it is none of ours. */
export function instructionIdOf(endToEndId: string): string | undefined {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(endToEndId);
  return parts?.slice(1).join('-').toLowerCase();
}
