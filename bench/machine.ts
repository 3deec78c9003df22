import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { binariesFor } from '@/scripts/postgres/binaries'

/** The machine that figures come from. */
export interface Machine {
  cpu: string
  cores: number
  /** In GB. */
  memory: number
  system: string
  node: string
  postgres: string
  /** The load average of the last minute, when the bench began. */
  load: number
}

/** This machine, as it is now. */
export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() || 'unknown',
  cores: availableParallelism(),
  memory: Math.round(totalmem() / 1024 ** 3),
  system: `${process.platform} ${process.arch}`,
  node: process.versions.node,
  postgres: postgresVersion(),
  load: loadavg()[0] ?? 0,
})

/** Whether other processes are busy: then the figures are distorted. */
export const isBusy = ({ load, cores }: Machine): boolean => load > cores / 4

/** The machine in a line, with a warning where other processes are busy. */
export function inWords(machine: Machine): string {
  const { cpu, cores, memory, system, node, postgres, load } = machine
  const line = `${cores} × ${cpu}, ${memory} GB, ${system}, Node ${node}, PostgreSQL ${postgres}; load at the start ${load.toFixed(2)}`
  if (!isBusy(machine)) return line
  return `${line}\nOthers are at work on this machine: only ratios mean anything, and not much. Run it again when it is idle.`
}

const postgresVersion = () =>
  execFileSync(binariesFor(undefined, '').postgres, ['--version'], { encoding: 'utf8' })
    .trim()
    .split(' ')
    .at(-1) ?? ''
