import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { expect, test } from 'vitest'

async function newestSnapshot() {
  const names = (await readdir('drizzle/meta')).filter((name) => name.endsWith('_snapshot.json')).sort()
  return JSON.parse(await readFile(`drizzle/meta/${names.at(-1)}`, 'utf8'))
}

async function tablesOfEveryFolder(): Promise<Record<string, unknown>> {
  const schemas = (await readdir('db')).filter((folder) => existsSync(`db/${folder}/schema.ts`))
  return Object.assign({}, ...(await Promise.all(schemas.map((folder) => import(`./${folder}/schema.ts`)))))
}

test('the tables that the folders declare are those that the migrations make', async () => {
  const before = await newestSnapshot()
  const now = generateDrizzleJson(await tablesOfEveryFolder(), before.id, undefined, 'snake_case')
  expect(Object.keys(now.tables).sort()).toEqual(Object.keys(before.tables).sort())
  expect(await generateMigration(before, now)).toEqual([])
})
