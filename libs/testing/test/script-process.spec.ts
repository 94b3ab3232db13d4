import { describe, expect, it } from '@jest/globals';

import { ScriptProcess } from '../src/index.ts';

const counter = new URL('scripts/counter.ts', import.meta.url);

describe('a script that runs as a process of its own', () => {
  it('understands decorators, takes arguments, and sees only the JANELA_… variables it is given', async () => {
    const script = ScriptProcess.start(counter, { args: ['zero'], env: { JANELA_MODE: 'development' } });
    expect(await script.line(/counting/)).toBe('counting from zero as development, undefined');
    await script.kill();
  });

  it('ends at once when it is killed', async () => {
    const script = ScriptProcess.start(counter);
    await script.line(/^3$/);
    await script.kill();
    expect(await script.ended).toEqual({ code: null, signal: 'SIGKILL' });
    await expect(script.line(/^1000000$/)).rejects.toThrow('ended before it printed');
  });

  it('ends in its own way when it is asked to', async () => {
    const script = ScriptProcess.start(counter);
    await script.line(/^1$/);
    await script.stop();
    expect(await script.ended).toEqual({ code: 0, signal: null });
    expect(script.output).toContain('stopping');
  });

  it('says nothing while it is frozen, and goes on where it was', async () => {
    const script = ScriptProcess.start(counter);
    await script.line(/^2$/);
    script.pause();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = script.output.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(script.output).toHaveLength(before);
    script.resume();
    await script.line(new RegExp(`^${before + 1}$`));
    await script.kill();
  });
});
