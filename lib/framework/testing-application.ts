import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { COMMAND, IN_PRODUCTION } from './command'

/** A page of each sort whose habits we lean on, as small as it can be. */
const FILES = {
  'app/layout.jsx': `import './sheet.css'
export const dynamic = 'force-dynamic'
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
  'app/sheet.css': '.a { margin: 0 }\n',
  'app/page.jsx': `import { Form } from './form'
export default function Page() {
  return <Form />
}
`,
  'app/form.jsx': `'use client'
import { useActionState } from 'react'
import { save } from './actions'
export function Form() {
  const [answer, action] = useActionState(save, { state: 'idle' })
  return <form action={action}><input name="word" /><output>{answer.told}</output></form>
}
`,
  'app/actions.js': `'use server'
import { cookies } from 'next/headers'
export async function save(state, form) {
  if (form.get('cookie')) (await cookies()).set('saved', '1')
  return { state: 'ok', told: 'told ' + form.getAll('word').join(' and ') }
}
`,
  'app/gone/page.jsx': `import { notFound } from 'next/navigation'
export default async function Page() {
  await new Promise(setImmediate)
  notFound()
}
`,
  'app/broken/page.jsx': `export default function Page() {
  throw new Error('broken on purpose')
}
`,
  'app/wiki/[...title]/page.jsx': `export default function Page() {
  return <p>a page</p>
}
`,
  'app/api/files/[...path]/route.js': `export const POST = () => new Response('a handler')
`,
  'next.config.mjs': `export default { htmlLimitedBots: /.*/ }
`,
}

/** Builds an application with these pages in `folder`, which lies below the project: there Next finds its packages. */
export async function buildApplication(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  await promisify(execFile)(process.execPath, [COMMAND, 'build', folder], {
    env: { ...process.env, ...IN_PRODUCTION },
  })
}

/** Serves the build in `folder`. Gives its address, and what ends it. Throws when it ends before it answers. */
export async function serveApplication(folder: string, env: Record<string, string>) {
  const port = await freePort()
  const server = spawn(process.execPath, [COMMAND, 'start', folder, '--port', String(port)], {
    env: { ...process.env, ...IN_PRODUCTION, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const errors: string[] = []
  server.stderr.on('data', (piece) => errors.push(String(piece)))
  const ended = once(server, 'exit')
  const address = `http://localhost:${port}`
  while (!(await fetch(address).catch(() => null))) {
    if (await Promise.race([ended, sleep(50, null)]))
      throw new Error(`Next did not start: ${errors.join('')}`)
  }
  const end = async () => {
    server.kill('SIGKILL')
    await ended
  }
  return { address, end }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port is free')
  return address.port
}
