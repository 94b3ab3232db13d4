/** Lines that can be looked at before they are taken. */
export class Lookahead {
  /** Of the line that was taken last. */
  number = 0;
  private readonly waiting: string[] = [];

  constructor(private readonly lines: AsyncGenerator<string>) {}

  async next(): Promise<string | undefined> {
    const line = await this.peek(1);
    if (line === undefined) return undefined;
    this.skip(1);
    return line;
  }

  /** The line that many after the one that was taken last. */
  async peek(ahead: number): Promise<string | undefined> {
    while (this.waiting.length < ahead) {
      const { done, value } = await this.lines.next();
      if (done) return undefined;
      this.waiting.push(value);
    }
    return this.waiting[ahead - 1];
  }

  skip(count: number): void {
    this.waiting.splice(0, count);
    this.number += count;
  }
}
