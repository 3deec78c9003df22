import type postgres from 'postgres'

/** An index without a constraint: its name and definition. */
interface Index {
  name: string
  definition: string
}

/** Drops every index without a constraint, since writing many rows is faster without; gives their definitions. */
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

/** Recreates the indexes, each from all rows at once. Throws when a deferred rule is broken. */
export async function restoreIndexes(tx: postgres.TransactionSql, indexes: Index[]): Promise<void> {
  // No index can be created while a table's deferred rules are unchecked.
  await tx`set constraints all immediate`
  for (const { definition } of indexes) await tx.unsafe(definition)
}
