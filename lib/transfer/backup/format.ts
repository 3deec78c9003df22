import { z } from 'zod'

/**
 * A backup is one gzip file of lines, described in `docs/BACKUP.md`: a line of JSON says what follows; after a table's
 * line come its rows as PostgreSQL's COPY writes them, then a line `\.`; the checksum at the end covers every line.
 */
export const FORMAT = 1

/** Ends a table's rows, as in PostgreSQL's own text format, where no row looks like it. */
export const END_OF_ROWS = '\\.'

/** The first line. */
export const headerSchema = z.strictObject({
  loreleaf: z.literal('backup'),
  format: z.literal(FORMAT),
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

/** The last line: the SHA-256 of everything before it. */
export const endSchema = z.strictObject({ end: z.literal(true), sha256: z.string() })

/** What a whole backup holds. */
export interface Contents {
  header: Header
  tables: EndOfTable[]
}
