import { expect, test } from 'vitest'
import { frameworkInItsRoom } from './framework'
import { parseSource } from './source-file'

/** What the law says of one file with this text. */
const judge = (path: string, text: string) => frameworkInItsRoom([parseSource(path, text)])

test.each([
  `req.headers['next-action']`,
  `const named = { 'next-router-state-tree': tree }`,
  `vary.split(',').includes('rsc')`,
  `const NEVER_SENT = /^(?:rsc|next-[\\w-]+)$/`,
  `res.setHeader('x-nextjs-action-not-found', '1')`,
  `delete headers['x-action-revalidated']`,
  `query.delete('_rsc')`,
  `const isData = /\\.rsc$/i.test(path)`,
  'const address = `/_next/static/\u0024{file}`',
  `const page = '/_not-found'`,
  `const name = readFileSync('.next/BUILD_ID')`,
  `const folder = join(root, '.next')`,
  `read('server/server-reference-manifest.json')`,
  `form.get('$ACTION_KEY')`,
  'const source = `self.__next_s.push(\u0024{address})`',
  `import { RSC_HEADER } from 'next/dist/client/components/app-router-headers'`,
  `start(['node_modules/next/dist/bin/next'])`,
  `spawn({ env: { NEXT_TELEMETRY_DISABLED: '1' } })`,
  `accept('text/x-component')`,
])('what the framework calls things stands in its room: %s', (text) => {
  expect(judge('lib/gateway/http/send.ts', text)).toHaveLength(1)
  for (const path of [
    'lib/framework/headers.ts',
    'app/page.tsx',
    'lib/gateway/http/send.test.ts',
    'lib/gateway/testing.ts',
  ])
    expect(judge(path, text)).toEqual([])
})

test.each([
  `import { headers } from 'next/headers'`,
  `import NextAuth from 'next-auth'`,
  `const next = answer.next`,
  `// The framework reads .next/BUILD_ID, and __next_f`,
  `process.env.NEXT_RUNTIME`,
])('what anybody may write is no word of the framework’s own: %s', (text) => {
  expect(judge('components/ui/Pager.tsx', text)).toEqual([])
})
