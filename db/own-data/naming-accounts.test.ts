import { beforeAll, expect, test } from 'vitest'
import { createTestDatabase, readRows } from '@/db/postgres/testing'
import { namingAccounts } from './naming-accounts'
import { sectionNames } from './sections'

/** Names of columns that hold an account's id without a foreign key, as in events, and in lists of ids. */
const NAMED_SO = /^(account|actor|author|owner|person|by|\w+_by)_id$|^mentions$/
/** Columns named so that hold something else. */
const OTHERS = new Set<string>([])

/** Columns that hold an e-mail address in tables that need not be decided: why. */
const OTHER_ADDRESSES: Record<string, string> = {
  reset_request: 'deleted within a day, and whose address it is has not been looked up',
}

/** Every column that names an account, by its foreign key or by its name. */
async function columnsNamingAccounts(): Promise<string[]> {
  const named = await readRows(`select c.table_name, c.column_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`)
  const referring = await readRows(`select k.conrelid::regclass::text as table_name, a.attname as column_name
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
    where k.contype = 'f' and k.confrelid = 'account'::regclass`)
  const spelled = (row: Record<string, unknown>) => `${row.table_name}.${row.column_name}`
  const byName = named.filter(({ column_name }) => NAMED_SO.test(String(column_name)))
  return [...new Set([...referring, ...byName].map(spelled))].filter((name) => !OTHERS.has(name))
}

beforeAll(async () => void (await createTestDatabase()))

test('of every column that names an account it is decided what its owner downloads and what becomes of it', async () => {
  const columns = [...(await columnsNamingAccounts()), 'account.id']
  const undecided = columns.filter((column) => !(column in namingAccounts))
  expect(
    undecided,
    `${undecided.join(', ')}: a column that names an account. Say in db/own-data/naming-accounts.ts what of it its owner downloads, and what becomes of it when the account is deleted.`,
  ).toEqual([])
  const gone = Object.entries(namingAccounts)
    .map(([column, { through }]) => through ?? column)
    .filter((column) => !columns.includes(column))
  expect(gone, `${gone.join(', ')}: in db/own-data/naming-accounts.ts, and no such column`).toEqual([])
})

test('no table holds an e-mail address whose account is not known', async () => {
  const rows = await readRows(`select c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name ~ '^(e?mail|address|recipient)$'`)
  const decided = new Set(Object.keys(namingAccounts).map((column) => column.split('.')[0]))
  const tables = rows.map(({ table_name }) => String(table_name))
  expect(tables).toContain('decision_wish')
  expect(tables.filter((table) => !decided.has(table) && !(table in OTHER_ADDRESSES))).toEqual([])
})

test('every part of the download holds the rows of some column', () => {
  const named = new Set(Object.values(namingAccounts).map(({ download }) => download))
  // What stands in two parts: texts of a submission, earlier words of a comment, what was decided.
  const further = ['proposals', 'decisionsOnTheirs', 'commentsBefore']
  expect(sectionNames.filter((name) => !named.has(name) && !further.includes(name))).toEqual([])
})

test('what is left out, and what is kept, says why', () => {
  for (const [column, { download, deletion }] of Object.entries(namingAccounts)) {
    if (typeof download === 'object') expect(download.none.length, column).toBeGreaterThan(20)
    if (deletion !== 'removed') expect(deletion.kept.length, column).toBeGreaterThan(20)
  }
})
