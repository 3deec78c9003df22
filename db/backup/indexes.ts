import type postgres from 'postgres'

/** An index that no constraint stands on: its name, and how it is made. */
interface Index {
  name: string
  definition: string
}

/** Drops every index that only makes reading faster, since many rows are written sooner without; gives what they were. */
export async function dropIndexes(tx: postgres.TransactionSql): Promise<Index[]> {
  const indexes = await tx<Index[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and not i.indisunique
      and not exists (select from pg_constraint o where o.conindid = i.indexrelid)
    order by 1`
  if (indexes.length > 0) await tx.unsafe(indexes.map(({ name }) => `drop index ${name}`).join(';'))
  return [...indexes]
}

/** Makes the indexes anew, each from all rows at once. Throws when a deferred rule is broken. */
export async function restoreIndexes(tx: postgres.TransactionSql, indexes: Index[]): Promise<void> {
  // A table whose deferred rules have not been checked yet can be given none.
  await tx`set constraints all immediate`
  for (const { definition } of indexes) await tx.unsafe(definition)
}
