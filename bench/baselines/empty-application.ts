import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildId } from '@/lib/framework/build'
import { COMMAND, IN_PRODUCTION } from '@/lib/framework/command'
import { startNode } from '@/scripts/child'
import { progress } from '../progress'

/** Inside the project, where the framework finds its packages. */
const FOLDER = join('.bench', 'empty-application')

const FILES = {
  'app/layout.jsx': `export const dynamic = 'force-dynamic'
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
  'app/page.jsx': `export default function Page() {
  return <h1>Nothing</h1>
}
`,
  'next.config.mjs': `export default { poweredByHeader: false, compress: false, generateEtags: false }
`,
}

/** Builds an application of one empty page, rendered on each request: the framework's own cost. Gives its folder. */
export async function buildEmptyApplication(): Promise<string> {
  progress('Building an empty application')
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(join(FOLDER, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(FOLDER, name), text)
  const build = startNode([COMMAND, 'build', FOLDER], {
    env: { ...process.env, ...IN_PRODUCTION },
    stdio: ['ignore', 'ignore', 2],
  })
  if ((await build.ended) !== 0 || buildId(FOLDER) === null)
    throw new Error('the empty application could not be built')
  return FOLDER
}
