import { type BuildOptions, build as bundle } from 'esbuild'
import { COMMAND, IN_PRODUCTION } from '@/lib/framework/command'
import { buildElements } from './browser-elements'
import { buildMessages } from './browser-messages'
import { forgetBuild, sourceHash, stampBuild } from './build-stamp'
import { startNode } from './child'
import { PlainError } from './plain-error'
import { stopRequest } from './stop-request'

/** The processes of a wiki that runs: the server, what it starts, and the worker, and what those two start. */
const PROCESSES = ['serve', 'prepare', 'renderer', 'worker', 'decoder']

/** What runs without the sources: the processes, and the commands for a wiki in a container. */
const PROGRAMS = [...PROCESSES, 'account', 'backup', 'restore', 'make-roles']

/** Builds the application and bundles the programs into `dist/`. Needs no database, and is given none. */
export async function buildEverything(): Promise<void> {
  const hash = sourceHash()
  forgetBuild()
  await buildApplication()
  await buildMessages()
  await buildElements()
  await bundle({ ...bundleOf(PROGRAMS), outdir: 'dist', outExtension: { '.js': '.mjs' }, sourcemap: true })
  stampBuild(hash)
}

/** How programs are bundled: packages stay where they are. */
export const bundleOf = (programs: readonly string[]) =>
  ({
    entryPoints: Object.fromEntries(
      programs.map((name) => [
        name,
        PROCESSES.includes(name) ? `scripts/processes/${name}.ts` : `scripts/${name}.ts`,
      ]),
    ),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  }) satisfies BuildOptions

async function buildApplication(): Promise<void> {
  const { DATABASE_URL, DATABASE_MIGRATION_URL, DATABASE_WORKER_URL, AUTH_SECRET, NODE_ENV, ...env } =
    process.env
  const next = startNode([COMMAND, 'build'], {
    env: { ...env, ...IN_PRODUCTION },
  })
  const stop = () => next.end(5)
  stopRequest.addEventListener('abort', stop)
  const code = await next.ended
  stopRequest.removeEventListener('abort', stop)
  if (stopRequest.aborted) throw new PlainError('Stopped before the build was done.')
  if (code !== 0) throw new PlainError('The build failed: see above.')
}
