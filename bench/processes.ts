import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

interface Process {
  pid: number
  parent: number
  /** In kB. */
  rss: number
  /** Processor time so far, in seconds. */
  cpu: number
}

/** The memory in MB and processor time in seconds of some processes together. */
export interface Tree {
  count: number
  rss: number
  cpu: number
}

const everyProcess = () => (existsSync('/proc/self/stat') ? processesOfLinux() : processesOfPs())

/** The memory of one process alone, in MB. */
export const memoryOf = (pid: number): number =>
  (everyProcess().find((one) => one.pid === pid)?.rss ?? Number.NaN) / 1024

/** A process and its descendants. */
export function treeOf(root: number): Tree {
  const all = everyProcess()
  const tree = all.filter(({ pid }) => pid === root)
  for (const one of tree) tree.push(...all.filter(({ parent }) => parent === one.pid))
  const sum = (of: (one: Process) => number) => tree.reduce((total, one) => total + of(one), 0)
  return { count: tree.length, rss: sum(({ rss }) => rss) / 1024, cpu: sum(({ cpu }) => cpu) }
}

/** Runs `work` and gives how many cores a process and its descendants kept busy meanwhile. */
export async function busyDuring<T>(
  root: number,
  work: () => Promise<T>,
): Promise<{ done: T; cores: number }> {
  const [before, began] = [treeOf(root).cpu, performance.now()]
  const done = await work()
  return { done, cores: ((treeOf(root).cpu - before) * 1_000) / (performance.now() - began) }
}

const TICKS = 100

/** Reads proc_pid_stat(5) and proc_pid_status(5): a bare Linux has no `ps`. */
function processesOfLinux(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const rss = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
        const cpu = (Number(rest[9]) + Number(rest[10])) / TICKS
        return [{ pid: Number(name), parent: Number(parent), rss: Number(rss ?? 0), cpu }]
      } catch {
        // It has just ended.
        return []
      }
    })
}

function processesOfPs(): Process[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,rss=,time='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, rss, time = ''] = line.trim().split(/\s+/)
    const cpu = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0)
    return { pid: Number(pid), parent: Number(parent), rss: Number(rss), cpu }
  })
}
