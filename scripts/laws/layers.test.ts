import { expect, test } from 'vitest'
import { drizzleOnlyInDb, layers, nextAtTheRim, replicaInOneRoom } from './layers'
import { type Law, parseSource } from './source-file'

/** What a law says of one file with this text. */
const judge = (law: Law, path: string, text: string) => law([parseSource(path, text)])

test('imports go down', () => {
  expect(judge(layers, 'lib/pages/view.ts', `import { Page } from '@/components/pages/Page'`)).toHaveLength(1)
  expect(judge(layers, 'lib/pages/view.ts', `import { reads } from '@/db/postgres/client'`)).toEqual([])
  expect(judge(layers, 'db/postgres/client.ts', `import { env } from '../../lib/env'`)).toHaveLength(1)
})

test('only lib/ touches db/', () => {
  expect(judge(layers, 'app/page.tsx', `import { reads } from '@/db/postgres/client'`)).toHaveLength(1)
  expect(
    judge(layers, 'components/ui/List.tsx', `import type { Tx } from '@/db/postgres/client'`),
  ).toHaveLength(1)
  expect(
    judge(layers, 'app/page.test.tsx', `import { createTestDatabase } from '@/db/postgres/testing'`),
  ).toEqual([])
})

test('nothing in the house leans on scripts', () => {
  expect(judge(layers, 'lib/start.ts', `import { say } from '@/scripts/say'`)).toHaveLength(1)
})

test('drizzle-orm is spoken only in db/', () => {
  expect(judge(drizzleOnlyInDb, 'lib/pages/view.ts', `import { eq } from 'drizzle-orm'`)).toHaveLength(1)
  expect(
    judge(drizzleOnlyInDb, 'lib/pages/view.ts', `const d = await import('drizzle-orm/pg-core')`),
  ).toHaveLength(1)
  expect(judge(drizzleOnlyInDb, 'db/pages/pages.ts', `import { eq } from 'drizzle-orm'`)).toEqual([])
})

test('a replica is known in one room', () => {
  const text = `import { readingAtLeast } from '@/db/postgres/replica/reading-at-least'`
  expect(judge(replicaInOneRoom, 'lib/gateway/http/start.ts', text)).toHaveLength(1)
  expect(judge(replicaInOneRoom, 'db/cache/cache-event-link.ts', text)).toHaveLength(1)
  for (const path of ['lib/replica/read-routing.ts', 'db/postgres/client.ts'])
    expect(judge(replicaInOneRoom, path, text)).toEqual([])
})

test('in lib/, the framework is known only at the rim', () => {
  const text = `import { notFound } from 'next/navigation'`
  expect(judge(nextAtTheRim, 'lib/pages/edit-page.ts', text)).toHaveLength(1)
  for (const rim of [
    'lib/operations/form.ts',
    'lib/pages/actions.ts',
    'lib/pages/loaders.ts',
    'lib/accounts/session.ts',
  ]) {
    expect(judge(nextAtTheRim, rim, text)).toEqual([])
  }
})
