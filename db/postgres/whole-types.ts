import type { MigrationMeta } from 'drizzle-orm/migrator'

const MADE = /^\s*CREATE TYPE "public"\."(\w+)" AS ENUM\((.*)\);?\s*$/i
const ADDED =
  /^\s*ALTER TYPE (?:"public"\.)?"?(\w+)"? ADD VALUE (?:IF NOT EXISTS )?('[^']+')(?: BEFORE ('[^']+'))?;?\s*$/i

/**
 * The same migrations, in which every enum has its values from the start. PostgreSQL lets no transaction use an enum
 * value that it added itself, and a restore creates the schema and fills it in one.
 */
export function withWholeTypes(migrations: MigrationMeta[]): MigrationMeta[] {
  const values = new Map<string, string[]>()
  for (const statement of migrations.flatMap(({ sql }) => sql)) {
    const [, made, listed] = MADE.exec(statement) ?? []
    if (made && listed) values.set(made, listed.split(/\s*,\s*/))
    const [, type, value, next] = ADDED.exec(statement) ?? []
    const known = type === undefined ? undefined : values.get(type)
    if (known && value) known.splice(next === undefined ? known.length : known.indexOf(next), 0, value)
  }
  return migrations.map((migration) => ({
    ...migration,
    sql: migration.sql.flatMap((statement) => {
      const [, made] = MADE.exec(statement) ?? []
      if (made) return `CREATE TYPE "public"."${made}" AS ENUM(${values.get(made)?.join(', ')})`
      return ADDED.test(statement) ? [] : statement
    }),
  }))
}
