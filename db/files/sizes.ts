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

/** Which sizes are to be made: their widths, and the most pixels of one, also were it as wide as is legible. */
export interface Sizing {
  widths: readonly number[]
  mostPixels: number
  legible: number
}

const side = (name: 'width' | 'height') =>
  sql`coalesce((${revisionContent.content} #>> ${sql.raw(`'{crop,${name}}'`)})::int, ${storedObject[name]})`

/**
 * Those of these widths in which what a file shows is not made; none is larger than itself. What is narrower than
 * `legible` is made in its own width, too.
 */
const missingWidths = ({ widths, mostPixels, legible }: Sizing) => sql<number[]>`array(
  select distinct wanted.width
  from unnest(${sql.param(widths)}::int[] || least(${legible}::int, ${side('width')})) as wanted (width)
  where wanted.width between ${Math.min(...widths)}::int and ${side('width')}
    and greatest(wanted.width, least(${legible}::int, ${side('width')}))::numeric ^ 2 * ${side('height')} / ${side('width')}
      <= ${mostPixels}::int
    and not exists (select 1 from ${objectSize} made
      where made.sha256 = ${storedObject.sha256} and made.crop = ${cropOfContent} and made.width = wanted.width)
  order by wanted.width)`

/** What the current versions of files show, `crop` of the object `sha256`, where one of these widths is missing. */
const unsized = (db: Queryable, sizing: Sizing, which: SQL) => {
  const missing = missingWidths(sizing)
  return db
    .select({ entryId: entry.id, sha256: storedObject.sha256, crop: cropOfContent, missing })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .innerJoin(storedObject, sql`${storedObject.sha256} = ${revisionContent.content} ->> 'object'`)
    .where(
      and(
        sql`${entry.kind} = 'file' and ${entry.deletedAt} is null`,
        which,
        sql`cardinality(${missing}) > 0`,
      ),
    )
}

/** What the current version of a file shows and which of these widths it lacks; null where there is nothing to do. */
export async function findUnsized(
  db: Queryable,
  entryId: number,
  sizing: Sizing,
): Promise<{ sha256: string; crop: string; missing: number[] } | null> {
  const [row] = await unsized(db, sizing, eq(entry.id, entryId))
  return row ?? null
}

/** The ids of at most `most` files after `after` whose current version shows something that lacks one of these widths. */
export async function findUnsizedIds(
  db: Queryable,
  after: number,
  most: number,
  sizing: Sizing,
): Promise<number[]> {
  const rows = await unsized(db, sizing, sql`${entry.id} > ${after}`).orderBy(entry.id).limit(most)
  return rows.map((row) => row.entryId)
}
