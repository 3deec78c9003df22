import type { IncomingMessage } from 'node:http'
import type { StagedFile } from './staging'

/** In each `window` of milliseconds at least so many bytes have to come. */
export interface Pace {
  window: number
  least: number
}

/** Everything that was sent is written; or more came than there is room for; or too little in too long a time. */
export type Received = 'all' | 'too long' | 'too slow'

/**
 * Writes a request's body to an upload as it arrives, up to `room` bytes, at the speed of the disk. What was written
 * stays, however this ends. Throws when the sender leaves, and the file system's errors.
 */
export async function receive(
  req: IncomingMessage,
  file: StagedFile,
  room: number,
  pace: Pace,
): Promise<Received> {
  // Leaving the loop must not close the connection on which the answer is sent.
  const pieces = req.iterator({ destroyOnReturn: false })
  const watch = paceOf(pace)
  try {
    for (let left = room; ; ) {
      const next = await Promise.race([pieces.next(), watch.tooSlow])
      if (next === 'too slow') return 'too slow'
      if (next.done) return 'all'
      const piece = next.value as Buffer
      if (piece.length > left) return 'too long'
      await file.write(piece)
      left -= piece.length
      watch.note(piece.length)
    }
  } finally {
    watch.end()
  }
}

function paceOf({ window, least }: Pace) {
  let timer: NodeJS.Timeout | undefined
  let came = 0
  const tooSlow = new Promise<'too slow'>((resolve) => {
    timer = setInterval(() => {
      if (came < least) resolve('too slow')
      came = 0
    }, window)
  })
  return {
    tooSlow,
    note: (bytes: number) => {
      came += bytes
    },
    end: () => clearInterval(timer),
  }
}
