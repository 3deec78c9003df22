import { z } from 'zod'

/**
 * A backup is one gzip file of lines, described in `docs/BACKUP.md`: a line of JSON says what follows; after a table's
 * line come its rows as PostgreSQL's COPY writes them, then a line `\.`; after an object's line its bytes, and the end of
 * a line; the checksum at the end covers all of it. Version 1 had no objects.
 */
export const FORMAT = 2

/** Ends a table's rows, as in PostgreSQL's own text format, where no row looks like it. */
export const END_OF_ROWS = '\\.'

/** The first line. */
export const headerSchema = z.strictObject({
  loreleaf: z.literal('backup'),
  format: z.int().min(1).max(FORMAT),
  release: z.string(),
  madeAt: z.iso.datetime(),
  wiki: z.string(),
  schema: z.strictObject({ name: z.string(), at: z.int() }),
})
export type Header = z.infer<typeof headerSchema>

/** A name as SQL writes it, quoted where it has to be. */
const name = z.string().regex(/^(?:[a-z_][a-z0-9_]*|"[^"]+")$/)

/** Before a table's rows. */
export const tableSchema = z.strictObject({ table: name, columns: z.array(name).min(1) })
export type TableLine = z.infer<typeof tableSchema>

/** After a table's rows: how many, and the SHA-256 of their bytes. */
export const endOfTableSchema = z.strictObject({ end: name, rows: z.int().min(0), sha256: z.string() })
export type EndOfTable = z.infer<typeof endOfTableSchema>

/** After all tables. */
export const sequencesSchema = z.strictObject({
  sequences: z.array(z.strictObject({ name, value: z.string().regex(/^-?\d{1,19}$/), isUsed: z.boolean() })),
})

export type Sequences = z.infer<typeof sequencesSchema>['sequences']

const sha256 = z.string().regex(/^[\da-f]{64}$/)

/** Before the bytes of an object, which are so many, and have this SHA-256. */
export const objectSchema = z.strictObject({ object: sha256, bytes: z.int().min(1) })
export type ObjectLine = z.infer<typeof objectSchema>

/** The last line: the SHA-256 of everything before it. */
export const endSchema = z.strictObject({ end: z.literal(true), sha256: z.string() })

/** What a whole backup holds. */
export interface Contents {
  header: Header
  tables: EndOfTable[]
  /** How many pictures, and how many bytes they have together. */
  objects: { count: number; bytes: number }
}
