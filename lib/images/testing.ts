import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterAll } from 'vitest'

/** A folder of this test file, which is gone after it. */
export function pictureFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-pictures-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.byteLength)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of one grey, however large it says it is: a few bytes that become many. */
export function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A GIF of so many frames of one pixel. */
export function manyFrames(count: number): Buffer {
  const screen = [1, 0, 1, 0, 0x80, 0, 0, ...[0, 0, 0], ...[255, 255, 255]]
  const frame = [0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  return Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from(screen),
    Buffer.alloc(count * frame.length, Buffer.from(frame)),
    Buffer.from([0x3b]),
  ])
}
