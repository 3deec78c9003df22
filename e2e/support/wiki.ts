import { type ChildProcess, spawn } from 'node:child_process'

/** A wiki started with `scripts/start.mjs`, as `npm start` does. */
export interface Wiki {
  /** Where it can be read. */
  address: string
  process: ChildProcess
  /** Everything that it has printed so far. */
  output: () => string
  /** Sends it a signal and waits for its end; gives its exit code (null when the signal itself ended it). */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** What a start that came to nothing left. */
export interface FailedStart {
  exitCode: number | null
  output: string
}

/** Starts a wiki of the sources in `folder` and waits until it can be read. Throws what it printed when it does not come up. */
export async function startWiki(env: Record<string, string>, folder = '.'): Promise<Wiki> {
  const started = await tryToStart(env, folder)
  if ('address' in started) return started
  throw new Error(`the wiki did not start (exit code ${started.exitCode}):\n${started.output}`)
}

/** Starts a wiki and waits until it can be read or has given up. */
export async function tryToStart(env: Record<string, string>, folder = '.'): Promise<Wiki | FailedStart> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      npm_lifecycle_event: '',
      PORT: '0',
      LORELEAF_OUTSIDE: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = await new Promise<string | undefined>((resolve) => {
    const listen = (chunk: Buffer) => {
      output += chunk
      const ready = /Loreleaf is ready: (\S+)/.exec(output)
      if (ready) resolve(ready[1])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    ended.then(() => resolve(undefined))
  })
  if (!address) return { exitCode: await ended, output }
  return {
    address,
    process: child,
    output: () => output,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
