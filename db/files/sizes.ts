import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import { objectSize, storedObject } from '@/db/files/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { revision, revisionContent } from '@/db/revisions/schema'

/** A size in which an object, or the part `x,y,width,height` of it, is stored; `crop` is empty for all of it. */
export interface StoredSize {
  crop: string
  width: number
  height: number
  format: 'webp' | 'avif'
}

/** An object as pages show it: its size in pixels, its average colour, and the smaller sizes that there are. */
export interface SizedObject {
  sha256: string
  width: number
  height: number
  bytes: number
  colour: string
  sizes: StoredSize[]
}

/** Those of these objects that are stored, by their SHA-256, each with its sizes, the narrowest first. */
export async function sizesOf(db: Queryable, sha256s: readonly string[]): Promise<Map<string, SizedObject>> {
  if (sha256s.length === 0) return new Map()
  const { sha256, width, height, bytes, colour } = storedObject
  const rows = await db
    .select({
      object: { sha256, width, height, bytes, colour },
      size: {
        crop: objectSize.crop,
        width: objectSize.width,
        height: objectSize.height,
        format: objectSize.format,
      },
    })
    .from(storedObject)
    .leftJoin(objectSize, eq(objectSize.sha256, sha256))
    .where(inArray(sha256, [...sha256s]))
    .orderBy(objectSize.width)
  const found = new Map<string, SizedObject>()
  for (const { object, size } of rows) {
    const known = found.get(object.sha256) ?? { ...object, sizes: [] }
    if (size) known.sizes.push(size)
    found.set(object.sha256, known)
  }
  return found
}

/** Records sizes whose bytes are stored; those that are there stay as they are. */
export async function insertSizes(tx: Tx, rows: (typeof objectSize.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(objectSize).values(rows).onConflictDoNothing()
}

const cropOfContent = sql<string>`coalesce((select concat_ws(',', c->>'x', c->>'y', c->>'width', c->>'height')
  from jsonb_path_query(${revisionContent.content}, '$.crop ? (@ != null)') c), '')`

/** The objects that the current versions of files show, as `object` and `crop`. */
const shownObjects = (db: Queryable, which: SQL | undefined) =>
  db
    .select({
      entryId: entry.id,
      sha256: storedObject.sha256,
      width: storedObject.width,
      crop: cropOfContent,
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .innerJoin(storedObject, sql`${storedObject.sha256} = ${revisionContent.content} ->> 'object'`)
    .where(
      and(
        sql`${entry.kind} = 'file' and ${entry.deletedAt} is null`,
        which,
        sql`not exists (select 1 from ${objectSize} made
      where made.sha256 = ${storedObject.sha256} and made.crop = ${cropOfContent})`,
      ),
    )

/** What the current version of a file shows, where it has no sizes yet; null where there is nothing to do. */
export async function findUnsized(
  db: Queryable,
  entryId: number,
): Promise<{ sha256: string; width: number; crop: string } | null> {
  const [row] = await shownObjects(db, eq(entry.id, entryId))
  return row ?? null
}

/** The ids of at most `most` files after `after` whose current version shows something without sizes, wider than `widest`. */
export async function findUnsizedIds(
  db: Queryable,
  after: number,
  most: number,
  widest: number,
): Promise<number[]> {
  const isWide = sql`coalesce((${revisionContent.content} #>> '{crop,width}')::int, ${storedObject.width}) >= ${widest}`
  const rows = await shownObjects(db, and(sql`${entry.id} > ${after}`, isWide))
    .orderBy(entry.id)
    .limit(most)
  return rows.map((row) => row.entryId)
}
