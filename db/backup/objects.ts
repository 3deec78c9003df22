import postgres from 'postgres'

/** An object that the database names: its SHA-256, and what the store needs to know of it. */
export interface NamedObject {
  sha256: string
  bytes: number
  mediaType: string
}

const AT_ONCE = 500

/**
 * The objects whose bytes are in the store, in the order of their SHA-256; none in a schema without files. Nothing else
 * may be asked on the connection meanwhile.
 */
export async function* findNamedObjects(
  tx: postgres.Sql | postgres.TransactionSql,
): AsyncGenerator<NamedObject> {
  if (!(await hasFiles(tx))) return
  const pages = tx<NamedObject[]>`
    select sha256, bytes, media_type as "mediaType" from stored_object order by sha256 collate "C"`
  for await (const page of pages.cursor(AT_ONCE)) yield* page
}

/** Removes the rows of objects that were erased elsewhere, and records that they are erased. */
export async function forgetObjects(tx: postgres.TransactionSql, sha256s: readonly string[]): Promise<void> {
  if (!(await hasFiles(tx))) return
  await tx`
    with gone as (delete from stored_object where sha256 = any(${[...sha256s]}) returning sha256, likeness)
    insert into erased_object (sha256, likeness) select sha256, likeness from gone on conflict do nothing`
}

async function hasFiles(tx: postgres.Sql | postgres.TransactionSql): Promise<boolean> {
  const [known] = await tx`select to_regclass('public.stored_object') is not null as "hasFiles"`
  return known?.hasFiles
}

/** Whether the database of `url` names an object at this moment. */
export async function isNamed(url: string, sha256: string): Promise<boolean> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return (await client`select 1 from stored_object where sha256 = ${sha256}`).length > 0
  } finally {
    await client.end({ timeout: 5 })
  }
}
