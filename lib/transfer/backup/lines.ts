import { createHash } from 'node:crypto'
import { BackupError } from './backup-error'
import { END_OF_ROWS } from './format'

/** The longest line of JSON, in bytes. */
const LONGEST = 1024 * 1024

const END = Buffer.from(`${END_OF_ROWS}\n`)
const LAST_ROW = Buffer.from(`\n${END_OF_ROWS}\n`)

/** For a file that ends too early. */
export const cutShort = () =>
  new BackupError(
    'The backup was cut short: its end is missing. Nothing was changed; take another copy of it.',
  )

/** Reads a stream of bytes as a backup's lines, one after the other, with as little memory as possible. */
export function createLines(source: AsyncIterable<Buffer>) {
  const pieces = source[Symbol.asyncIterator]()
  const hash = createHash('sha256')
  let rest: Buffer = Buffer.alloc(0)

  async function readOn(): Promise<boolean> {
    const { value, done } = await pieces.next()
    if (!done) rest = rest.length === 0 ? value : Buffer.concat([rest, value])
    return !done
  }

  function take(length: number): Buffer {
    const taken = rest.subarray(0, length)
    rest = rest.subarray(length)
    hash.update(taken)
    return taken
  }

  return {
    /** The next line, which must be an object in JSON. Throws `BackupError`. */
    async json(): Promise<object> {
      while (!rest.includes(10)) {
        if (rest.length > LONGEST) throw new BackupError('The backup is damaged: a line of it has no end.')
        if (!(await readOn())) throw cutShort()
      }
      const line = take(rest.indexOf(10) + 1).toString()
      try {
        const content = JSON.parse(line)
        if (typeof content === 'object' && content !== null) return content
      } catch {
        // Handled below.
      }
      throw new BackupError('The backup is damaged: a line of it makes no sense.')
    },

    /** The rows up to the line that ends them, whole ones in chunks of any size. Throws `BackupError`. */
    async *rows(): AsyncGenerator<Buffer> {
      while (rest.length < END.length || !rest.subarray(0, END.length).equals(END)) {
        const last = rest.indexOf(LAST_ROW)
        const whole = (last === -1 ? rest.lastIndexOf(10) : last) + 1
        if (whole > 0) yield take(whole)
        else if (!(await readOn())) throw cutShort()
      }
      take(END.length)
    },

    /** Exactly so many bytes, in pieces of any size, and the end of a line after them. Throws `BackupError`. */
    async *bytes(count: number): AsyncGenerator<Buffer> {
      for (let left = count; left > 0; ) {
        if (rest.length === 0 && !(await readOn())) throw cutShort()
        const piece = take(Math.min(left, rest.length))
        left -= piece.length
        if (piece.length > 0) yield piece
      }
      while (rest.length === 0) if (!(await readOn())) throw cutShort()
      if (take(1)[0] !== 10) throw new BackupError('The backup is damaged: an object of it has no end.')
    },

    /** The SHA-256 of everything taken so far. */
    checksum: () => hash.copy().digest('hex'),

    /** Whether nothing is left. */
    isOver: async () => rest.length === 0 && !(await readOn()),
  }
}
