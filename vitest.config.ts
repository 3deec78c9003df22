import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const FOLDERS = ['app', 'bench', 'components', 'db', 'lib', 'scripts']
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
).filter((path) => /\.test\.tsx?$/.test(path))

/** What other files in the same process would notice: other modules, settings or clocks, databases, servers. */
const NOTICED =
  /\bvi\.(?!fn\b)|\bprocess\.|testing|[tT]est(?:Database|Wiki)|EmptyDatabase|startGateway|\binject\(|node:(?:child_process|http|net)/
const alone = files.filter((path) => NOTICED.test(readFileSync(path, 'utf8')))

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    exclude: [...configDefaults.exclude, '.next/**', 'dist/**', 'e2e/**'],
    // Each worker talks to the one cluster; more of them than this only wait for each other.
    maxWorkers: 2,
    // Nothing leaves this machine; what tests the way out has its own.
    env: { LORELEAF_OUTSIDE: 'off' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // To load the modules anew for each file takes longer than most files.
    projects: [
      { extends: true, test: { name: 'alone', include: alone, globalSetup: './scripts/test-cluster.ts' } },
      {
        extends: true,
        test: { name: 'together', include: files.filter((path) => !alone.includes(path)), isolate: false },
      },
    ],
  },
})
