import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import { knownSchema } from '@/db/postgres/migrations'
import { BackupError } from './backup-error'
import { createDigest } from './digest'
import {
  type EndOfTable,
  endOfTableSchema,
  endSchema,
  FORMAT,
  type Header,
  headerSchema,
  type ObjectLine,
  objectSchema,
  type Sequences,
  sequencesSchema,
  type TableLine,
  tableSchema,
} from './format'
import { createLines, cutShort } from './lines'

/**
 * The parts of a backup, in this order; between a table and its end come its rows, whole ones in chunks of any size, and
 * between an object and its end its bytes.
 */
export type Part =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; table: TableLine }
  | { kind: 'rows'; rows: Buffer }
  | { kind: 'end of table'; table: EndOfTable }
  | { kind: 'sequences'; sequences: Sequences }
  | { kind: 'object'; object: ObjectLine }
  | { kind: 'bytes'; bytes: Buffer }
  | { kind: 'end of object' }

/**
 * Reads a backup part by part, in constant memory, and checks it on the way: only once it has ended without a
 * `BackupError` is it known to be complete and undamaged.
 */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  const gunzip = createGunzip()
  pipeline(createReadStream(file), gunzip).catch(() => {})
  try {
    yield* partsOf(createLines(gunzip))
  } catch (error) {
    throw sentenceFor(file, error)
  } finally {
    gunzip.destroy()
  }
}

async function* partsOf(lines: ReturnType<typeof createLines>): AsyncGenerator<Part> {
  yield { kind: 'header', header: readHeader(await lines.json()) }
  let line = await lines.json()
  while ('table' in line) {
    const table = parsed(tableSchema, line)
    yield { kind: 'table', table }
    const digest = createDigest()
    for await (const rows of lines.rows()) {
      digest.add(rows)
      yield { kind: 'rows', rows }
    }
    const written = parsed(endOfTableSchema, await lines.json())
    const found = digest.end()
    if (written.end !== table.table || written.rows !== found.rows || written.sha256 !== found.sha256) {
      throw new BackupError(`The backup is damaged: the rows of ${table.table} are not as they were written.`)
    }
    yield { kind: 'end of table', table: written }
    line = await lines.json()
  }
  yield { kind: 'sequences', ...parsed(sequencesSchema, line) }
  let checksum = lines.checksum()
  line = await lines.json()
  for (; 'object' in line; line = await lines.json()) {
    yield* objectOf(parsed(objectSchema, line), lines)
    checksum = lines.checksum()
  }
  if (parsed(endSchema, line).sha256 !== checksum) {
    throw new BackupError('The backup is damaged: its checksum is not that of its contents.')
  }
  if (!(await lines.isOver())) throw new BackupError('The backup is damaged: something follows its end.')
}

async function* objectOf(object: ObjectLine, lines: ReturnType<typeof createLines>): AsyncGenerator<Part> {
  yield { kind: 'object', object }
  const hash = createHash('sha256')
  for await (const bytes of lines.bytes(object.bytes)) {
    hash.update(bytes)
    yield { kind: 'bytes', bytes }
  }
  if (hash.digest('hex') !== object.object)
    throw new BackupError(
      `The backup is damaged: the bytes of ${object.object} are not as they were written.`,
    )
  yield { kind: 'end of object' }
}

/** The first line tells whether this release can read the rest. */
function readHeader(line: object): Header {
  const { loreleaf, format } = line as { loreleaf?: unknown; format?: unknown }
  if (loreleaf !== 'backup') throw new BackupError('The file is no backup of Loreleaf.')
  if (typeof format === 'number' && format > FORMAT) throw newer()
  const header = parsed(headerSchema, line)
  if (!knownSchema(header.schema)) throw newer()
  return header
}

const newer = () =>
  new BackupError(
    'The backup was made by another release than this one, a newer one perhaps: restore it with that.',
  )

function parsed<T>(schema: z.ZodType<T>, line: object): T {
  const result = schema.safeParse(line)
  if (!result.success) throw new BackupError('The backup is damaged: a line of it is not what it should be.')
  return result.data
}

/** Errors of the disk and of gzip (RFC 1952) as sentences. */
function sentenceFor(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new BackupError(`There is no file ${file}.`)
  if (code === 'EACCES' || code === 'EISDIR')
    return new BackupError(`The file ${file} cannot be read (${code}).`)
  if (code === 'Z_BUF_ERROR') return cutShort()
  if (code !== 'Z_DATA_ERROR') return error
  return (error as Error).message === 'incorrect header check'
    ? new BackupError('The file is no backup of Loreleaf.')
    : new BackupError(
        'The backup is damaged: it cannot be unpacked. Nothing was changed; take another copy of it.',
      )
}
