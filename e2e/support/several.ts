import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../scripts/postgres/cluster'
import { programNamed } from '../../scripts/postgres/program'
import { type Replicated, startReplicated } from '../../scripts/postgres/replicated'

/** Two replicas of one wiki on a database with a standby, and a proxy in front where there is one on this machine. */
export interface Several {
  /** Where each replica is reached by itself. */
  gateways: [string, string]
  /** Where readers come in; nothing where nginx is not installed. */
  proxy: string | undefined
  servers: Replicated
  /** The file of the demo accounts. */
  accounts: string
  /** Starts the worker of both; `end` stops it and gives its exit code. */
  startWorker: () => Promise<{ end: () => Promise<number | null> }>
  /** Stops the first replica in order, as a deploy does. */
  endOne: () => Promise<unknown>
  end: () => Promise<void>
}

/** Starts them from the build that lies there. */
export async function startSeveral(): Promise<Several> {
  const home = mkdtempSync(join(tmpdir(), 'loreleaf-several-'))
  chmodSync(home, 0o711)
  const running: ChildProcess[] = []
  const servers = await startReplicated('loreleaf')
  const end = async () => {
    await Promise.all(running.map(ended))
    await servers.end()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const env = {
      ...servers.env,
      AUTH_SECRET: 'the same secret of both replicas, for this story',
      LORELEAF_DATA: home,
      LORELEAF_TRUSTED_PROXIES: '1',
      LORELEAF_RENDERERS: '1',
      LORELEAF_WORKER: 'separate',
    }
    const start = async (also: Record<string, string> = {}) => {
      const { process, said } = await startProgram('serve', { ...env, ...also }, /Loreleaf is ready: (\S+)/)
      running.push(process)
      return said
    }
    // Both at once, on an empty database: one fills it. One makes the demo accounts.
    const gateways = await Promise.all([start({ LORELEAF_EMBEDDED: '1' }), start()])
    const proxy = await startProxy(home, gateways)
    if (proxy) running.push(proxy.process)
    const [first] = running
    const endOne = async () => first && ended(first)
    const startWorker = async () => {
      const worker = (await startProgram('worker', env, /(Doing jobs)/)).process
      running.push(worker)
      return { end: () => ended(worker) }
    }
    const accounts = join(home, 'accounts.json')
    return { gateways, proxy: proxy?.address, servers, accounts, startWorker, endOne, end }
  } catch (error) {
    await end()
    throw error
  }
}

/** Starts a program of the build, and gives what it says of itself once it is ready. */
async function startProgram(
  name: string,
  env: Record<string, string>,
  ready: RegExp,
): Promise<{ process: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [`dist/${name}.mjs`], {
    env: { ...process.env, ...env, NODE_ENV: 'production', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const said = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk
      const found = ready.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', () => reject(new Error(`${name} did not start:\n${output}`)))
  })
  return { process: child, said }
}

/** nginx with the very settings of `docker-compose.several.yml`, but for what names the containers. */
async function startProxy(
  home: string,
  gateways: string[],
): Promise<{ process: ChildProcess; address: string } | undefined> {
  const nginx = programNamed('nginx')
  if (!nginx) return undefined
  const port = await freePort()
  const folder = join(home, 'nginx')
  mkdirSync(folder)
  const hosts = gateways.map((gateway) => `127.0.0.1:${new URL(gateway).port}`)
  const settings = nginxFor({ hosts, listen: `127.0.0.1:${port}`, folder })
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, settings)
  const child = spawn(nginx, ['-c', file, '-g', 'daemon off;'], { stdio: 'ignore' })
  const address = `http://localhost:${port}`
  for (let tries = 0; tries < 500; tries += 1) {
    if (child.exitCode !== null) break
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return { process: child, address }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  child.kill()
  throw new Error('nginx did not start')
}

/** The proxy's settings with other names: of the replicas, of the place where it listens, and of its folders. */
function nginxFor({ hosts, listen, folder }: { hosts: string[]; listen: string; folder: string }): string {
  const [first = '', second = ''] = hosts
  return readFileSync('docker/nginx.conf', 'utf8')
    .replace(/^\s*resolver .*$/m, '')
    .replaceAll(' resolve ', ' ')
    .replace('app-1:3000', first)
    .replace('app-2:3000', second)
    .replace('listen 8080', `listen ${listen}`)
    .replace('/var/cache/nginx/wiki', join(folder, 'kept'))
    .replace('/tmp/nginx.pid', join(folder, 'pid'))
    .replace('/dev/stderr', join(folder, 'log'))
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  return gone
}
