import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { outputOf } from './output'
import { type Outcome, readAutocannon, readWrk } from './reports'

/** So many connections that each send a request as soon as the last one is answered. */
export interface Load {
  url: string
  seconds: number
  connections: number
  headers: Record<string, string>
}

const hasWrk = (() => {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' })
    return true
  } catch (error) {
    // It prints its version and ends with 1.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
  }
})()

/** The load tool: wrk where it is installed, which uses less of the cores that the server needs too. */
export const loadTool = hasWrk ? 'wrk' : 'autocannon'

/** Runs a load in a process of its own. Throws when the tool fails. */
export async function load(asked: Load): Promise<Outcome> {
  return hasWrk ? readWrk(await outputOf('wrk', wrkFlags(asked))) : readAutocannon(await autocannon(asked))
}

const wrkFlags = ({ url, seconds, connections, headers }: Load) => [
  ...['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--latency'],
  ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
  url,
]

function autocannon({ url, seconds, connections, headers }: Load): Promise<string> {
  const program = fileURLToPath(import.meta.resolve('autocannon'))
  const flags = ['--json', '--connections', String(connections), '--duration', String(seconds)]
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`])
  return outputOf(process.execPath, [program, ...flags, ...given, url])
}
