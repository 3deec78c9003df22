import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { commandOf } from '../../scripts/process-identity'

/** The processes whose command line names this path. A bare Linux has no `ps`; its own list will do. */
export function processesNaming(path: string): number[] {
  return everyProcess().filter((pid) => commandOf(pid).includes(path))
}

function everyProcess(): number[] {
  const names =
    process.platform === 'linux'
      ? readdirSync('/proc').filter((name) => /^\d+$/.test(name))
      : execFileSync('ps', ['-axo', 'pid='], { encoding: 'utf8' }).trim().split(/\s+/)
  return names.map(Number)
}
