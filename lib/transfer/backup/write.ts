import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { isNamed } from '@/db/backup/objects'
import { readSnapshot, type Snapshot } from '@/db/backup/snapshot'
import type { FileStore } from '@/lib/file-store/store'
import packageJson from '@/package.json' with { type: 'json' }
import { BackupError } from './backup-error'
import { createDigest } from './digest'
import { type Contents, END_OF_ROWS, FORMAT, type Header, type ObjectLine } from './format'
import { bytesOf, LackingError } from './objects'
import { verifyBackup } from './verify'

class ExistsError extends BackupError {
  constructor(file: string) {
    super(`${file} exists already: name another file.`)
  }
}

/**
 * Writes everything that the database of `url` holds at this moment, and the bytes that it names in `store`, to `file`,
 * and reads it back. Others may go on writing meanwhile. `url` is of the role that owns the tables. The file is complete
 * or missing, and readable by its owner only. `signal` aborts. Throws `BackupError` when it exists already or the store
 * lacks an object, `StoreAwayError`, `NoWikiError`, or the disk's error.
 */
export async function writeBackup(
  url: string,
  store: FileStore,
  file: string,
  signal?: AbortSignal,
): Promise<Contents> {
  if (existsSync(file)) throw new ExistsError(file)
  const unfinished = `${file}.${process.pid}.unfinished`
  try {
    await writeUnfinished(url, store, unfinished, signal)
    const contents = await verifyBackup(unfinished)
    await give(unfinished, file)
    return contents
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Begins anew where an object was removed meanwhile, for good, from both the database and the store. */
async function writeUnfinished(
  url: string,
  store: FileStore,
  unfinished: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (;;) {
    try {
      const target = createWriteStream(unfinished, { flags: 'w', mode: 0o600, flush: true })
      return await readSnapshot(url, (snapshot) =>
        pipeline(
          Readable.from(linesOf(snapshot, store), { objectMode: false }),
          createGzip(),
          target,
          // Node's types take no signal that may be missing.
          signal ? { signal } : {},
        ),
      )
    } catch (error) {
      if (!(error instanceof LackingError) || (await isNamed(url, error.sha256))) throw error
    }
  }
}

/** A hard link, which fails where the name exists; a rename would overwrite, and is for disks without hard links. */
async function give(unfinished: string, file: string): Promise<void> {
  await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new ExistsError(file)
    return rename(unfinished, file)
  })
  const folder = await open(dirname(file))
  await folder.sync().finally(() => folder.close())
}

async function* linesOf(snapshot: Snapshot, store: FileStore): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const counted = (piece: Buffer) => {
    hash.update(piece)
    return piece
  }
  const text = (content: object) => Buffer.from(`${JSON.stringify(content)}\n`)
  const line = (content: object) => counted(text(content))

  yield line({
    loreleaf: 'backup',
    format: FORMAT,
    release: packageJson.version,
    madeAt: new Date().toISOString(),
    wiki: snapshot.wiki,
    schema: snapshot.schema,
  } satisfies Header)
  for (const table of snapshot.tables) {
    yield line({ table: table.name, columns: table.columns })
    const digest = createDigest()
    for await (const piece of snapshot.rows(table)) {
      digest.add(piece)
      yield counted(piece)
    }
    yield counted(Buffer.from(`${END_OF_ROWS}\n`))
    yield line({ end: table.name, ...digest.end() })
  }
  yield line({ sequences: await snapshot.sequences() })
  for await (const object of snapshot.objects()) {
    yield line({ object: object.sha256, bytes: object.bytes } satisfies ObjectLine)
    for await (const piece of bytesOf(store, object)) yield counted(piece)
    yield counted(Buffer.from('\n'))
  }
  yield text({ end: true, sha256: hash.digest('hex') })
}
