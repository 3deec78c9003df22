import { resolve } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'
import { migrateDatabase } from './migrate'
import { NewerSchemaError } from './migrations'
import { OWNER_ROLE } from './roles'

const { admin, owner, application } = inject('cluster')
const made: string[] = []
const asAdmin = postgres(`${admin}/postgres`, { max: 1, onnotice: () => {} })

afterAll(async () => {
  for (const name of made) await asAdmin`drop database ${asAdmin(name)} with (force)`
  await asAdmin.end()
})

async function emptyDatabase(encoding = 'UTF8'): Promise<string> {
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`
  const locale = encoding === 'UTF8' ? '' : `encoding '${encoding}' locale_provider libc locale 'C'`
  await asAdmin.unsafe(`create database ${name} owner ${OWNER_ROLE} template template0 ${locale}`)
  made.push(name)
  return name
}

const migrate = (name: string) =>
  migrateDatabase({
    migrationUrl: `${owner}/${name}`,
    applicationUrl: `${application}/${name}`,
    folder: resolve('drizzle'),
  })

/** Everything that a migration could have changed, as text. */
async function shapeOf(name: string): Promise<string> {
  const sql = postgres(`${owner}/${name}`, { max: 1 })
  const columns =
    await sql`select table_name, column_name, data_type, is_nullable from information_schema.columns
    where table_schema = 'public' order by 1, 2`
  const triggers = await sql`select tgname from pg_trigger where not tgisinternal order by 1`
  const grants =
    await sql`select table_name, grantee, privilege_type from information_schema.role_table_grants
    where table_schema = 'public' order by 1, 2, 3`
  const applied = await sql`select hash from drizzle.__drizzle_migrations order by id`
  await sql.end()
  return JSON.stringify({ columns, triggers, grants, applied })
}

test('starts that migrate at once take turns, and migrating again changes nothing', async () => {
  const name = await emptyDatabase()
  await Promise.all([migrate(name), migrate(name), migrate(name)])
  const shape = await shapeOf(name)
  expect(shape).toContain('revision_content')
  await migrate(name)
  expect(await shapeOf(name)).toBe(shape)
})

test('one role may do everything: then nothing is granted', async () => {
  const name = await emptyDatabase()
  const url = `${owner}/${name}`
  await migrateDatabase({ migrationUrl: url, applicationUrl: url, folder: resolve('drizzle') })
  expect(await shapeOf(name)).not.toContain('loreleaf_app')
})

test('a database that does not speak UTF-8 is refused', async () => {
  const name = await emptyDatabase('LATIN1')
  await expect(migrate(name)).rejects.toThrow("the database's encoding is LATIN1; it must be UTF8")
})

test('a migration that fails leaves the lock to the next', async () => {
  const name = await emptyDatabase()
  const failing = migrateDatabase({
    migrationUrl: `${owner}/${name}`,
    applicationUrl: `${owner}/${name}`,
    folder: '/nowhere',
  })
  await expect(failing).rejects.toThrow()
  await migrate(name)
})

test('a database that a newer release has changed is refused in a sentence, and stays as it is', async () => {
  const name = await emptyDatabase()
  await migrate(name)
  const sql = postgres(`${owner}/${name}`, { max: 1 })
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', 4102444800000)`
  const shape = await shapeOf(name)
  await expect(migrate(name)).rejects.toThrow(NewerSchemaError)
  await expect(migrate(name)).rejects.toThrow(
    /another release .* start the newer release again, or restore a backup/,
  )
  expect(await shapeOf(name)).toBe(shape)
  await sql.end()
})
