import { open } from 'node:fs/promises'

/** Chunks of an extended file that may stand before the picture. */
const MOST_CHUNKS = 16

/**
 * Whether the first picture of a WebP file is stored without loss: its chunk is `VP8L`, not `VP8 ` (RFC 9649 §2.5-2.7).
 * In a file that moves the first frame has its chunk inside.
 */
export async function isLosslessWebp(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const header = Buffer.alloc(8)
    for (let at = 12, left = MOST_CHUNKS; left > 0; left -= 1) {
      if ((await file.read(header, 0, 8, at)).bytesRead < 8) return false
      const name = header.toString('latin1', 0, 4)
      if (name === 'VP8L' || name === 'VP8 ') return name === 'VP8L'
      const length = header.readUInt32LE(4)
      // A frame has 16 bytes of its own before its chunks.
      at += name === 'ANMF' ? 24 : 8 + length + (length % 2)
    }
    return false
  } finally {
    await file.close()
  }
}
