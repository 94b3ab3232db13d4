import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * Names a running process so that it is never mistaken for a later one with the same number: its id and when it began.
 * Nothing for a process that is gone, or dead and only not yet collected by its parent.
 */
export function identityOf(pid: number): string | undefined {
  const began = existsSync('/proc/self/stat') ? beganByProc(pid) : beganByPs(pid);
  return began && `${pid}@${began}`;
}

/** Whether the process that once had this identity still runs. */
export const isAlive = (identity: string): boolean => identityOf(Number(identity.split('@')[0])) === identity;

function beganByProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold spaces; after it come the state and, nineteen fields on, the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function beganByPs(pid: number): string | undefined {
  try {
    const [state, ...began] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return state?.startsWith('Z') ? undefined : began.join('-');
  } catch {
    return undefined;
  }
}
