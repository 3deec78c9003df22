import type postgres from 'postgres'

/** A foreign key: its table, name and definition. */
interface Reference {
  table: string
  name: string
  definition: string
}

/** Drops every foreign key, since tables refer to each other in cycles, and gives their definitions. */
export async function dropReferences(tx: postgres.TransactionSql): Promise<Reference[]> {
  const references = await tx<Reference[]>`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`
  await tx.unsafe(
    references.map(({ table, name }) => `alter table ${table} drop constraint ${name}`).join(';'),
  )
  return [...references]
}

/** Recreates the foreign keys. Throws when a row refers to a missing one, or a deferred rule is broken. */
export async function restoreReferences(tx: postgres.TransactionSql, references: Reference[]): Promise<void> {
  // A table cannot be altered while its deferred rules are unchecked.
  await tx`set constraints all immediate`
  const add = ({ table, name, definition }: Reference) =>
    `alter table ${table} add constraint ${name} ${definition}`
  await tx.unsafe(references.map(add).join(';'))
}
