import { setPriority } from 'node:os'

/** Gives a process that has just been started a nice value; each thread that it begins gets it, too. */
export function giveWay(pid: number | undefined, niceness: number): void {
  try {
    if (pid) setPriority(pid, niceness)
  } catch {
    // It has ended already, or this system has no priorities.
  }
}
