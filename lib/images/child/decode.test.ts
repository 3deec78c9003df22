import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { ALIKE_BITS } from '@/lib/images/likeness'
import { answerOf } from '@/lib/images/protocol'
import { bomb, manyFrames, pictureFolder } from '@/lib/images/testing'
import { photograph } from '@/lib/images/testing-photograph'
import { answer } from './answer'
import { restrictLoaders } from './open'

const folder = pictureFolder()
const output = join(folder, 'encoded')
beforeAll(restrictLoaders)

async function decoded(bytes: Buffer | string, name = 'sent') {
  const input = join(folder, name)
  writeFileSync(input, bytes)
  return answerOf.decode.parse(await answer({ task: 'decode', input, output }))
}

async function picture(bytes: Buffer | string) {
  const result = await decoded(bytes)
  if (!result.ok) throw new Error(result.reason)
  return { ...result.picture, stored: readFileSync(output) }
}

const pixelOf = async (image: Buffer, left: number, top: number) => [
  ...(await sharp(image).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
]

describe('a picture is encoded anew', () => {
  test('as JPEG, upright, without a camera’s words and place; the digest is that of what is stored', async () => {
    const sent = await photograph(400, 300)
      .jpeg()
      .withExif({
        IFD0: { Copyright: 'Charlie Spring', Software: 'Charlie’s phone' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W' },
      })
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Truham</a></x:xmpmeta>')
      .toBuffer()
    expect((await sharp(sent).metadata()).orientation).toBe(6)
    expect(sent.includes('Charlie Spring')).toBe(true)
    const { stored, ...found } = await picture(sent)
    expect(found).toMatchObject({ mediaType: 'image/jpeg', width: 300, height: 400, isFirstFrameOnly: false })
    expect(found.sha256).toBe(createHash('sha256').update(stored).digest('hex'))
    expect(found.bytes).toBe(stored.byteLength)
    const { exif, xmp, icc, iptc, orientation, format } = await sharp(stored).metadata()
    expect({ exif, xmp, icc, iptc, orientation, format }).toEqual({ format: 'jpeg' })
    // What was the top left is the top right now.
    const [top] = await pixelOf(sent, 0, 0)
    const [right] = await pixelOf(stored, 299, 0)
    expect(Math.abs((top ?? 0) - (right ?? 99))).toBeLessThan(8)
  })

  test('as PNG where nothing was lost before, to the last bit', async () => {
    const sent = await photograph(60, 40).png().toBuffer()
    const { stored, mediaType } = await picture(sent)
    expect(mediaType).toBe('image/png')
    expect(await sharp(stored).raw().toBuffer()).toEqual(await sharp(sent).raw().toBuffer())
  })

  test('as PNG where parts of it are transparent', async () => {
    const half = { create: { width: 20, height: 20, channels: 4 as const, background: '#ff000080' } }
    for (const sent of [
      await sharp(half).webp().toBuffer(),
      await sharp(half).avif({ effort: 0 }).toBuffer(),
    ]) {
      const { stored, mediaType, colour } = await picture(sent)
      expect(mediaType).toBe('image/png')
      expect((await pixelOf(stored, 5, 5))[3]).toBe(128)
      expect(colour).toMatch(/^#f[ef]7[ef]7[ef]$/)
    }
  })

  test.each([
    ['WebP', 'image/jpeg', () => photograph(64, 48).webp().toBuffer()],
    ['AVIF', 'image/jpeg', () => photograph(64, 48).avif({ effort: 0 }).toBuffer()],
    ['lossless WebP', 'image/png', () => photograph(64, 48).webp({ lossless: true }).toBuffer()],
    [
      'lossless WebP with a profile and EXIF',
      'image/png',
      () => photograph(64, 48).webp({ lossless: true }).withMetadata({ orientation: 1 }).toBuffer(),
    ],
    ['WebP with a profile', 'image/jpeg', () => photograph(64, 48).webp().withIccProfile('p3').toBuffer()],
    ['GIF', 'image/png', () => photograph(64, 48).gif().toBuffer()],
    ['grey PNG', 'image/png', () => photograph(64, 48).greyscale().png().toBuffer()],
    ['progressive JPEG', 'image/jpeg', () => photograph(64, 48).jpeg({ progressive: true }).toBuffer()],
  ])('%s becomes %s', async (_, mediaType, make) => {
    expect(await picture(await make())).toMatchObject({ mediaType, width: 64, height: 48 })
  })

  test('in sRGB, with the colours that it had: from CMYK, from another profile, from sixteen bits', async () => {
    const red = sharp({ create: { width: 32, height: 32, channels: 3, background: '#96705a' } })
    const cmyk = await red
      .clone()
      .toColourspace('cmyk')
      .withIccProfile('cmyk')
      .jpeg({ quality: 100 })
      .toBuffer()
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk')
    const p3 = await red.clone().withIccProfile('p3').png().toBuffer()
    expect(await pixelOf(p3, 1, 1)).not.toEqual([150, 112, 90])
    const deep = await red.clone().toColourspace('rgb16').png().toBuffer()
    expect((await sharp(deep).metadata()).depth).toBe('ushort')
    for (const [sent, most] of [
      [cmyk, 20],
      [p3, 2],
      [deep, 1],
    ] as const) {
      const { stored } = await picture(sent)
      const { space, depth, channels, icc } = await sharp(stored).metadata()
      expect({ space, depth, channels, icc }).toEqual({ space: 'srgb', depth: 'uchar', channels: 3 })
      const colour = await pixelOf(stored, 9, 9)
      for (const [at, value] of [150, 112, 90].entries())
        expect(Math.abs((colour[at] ?? 0) - value), colour.join()).toBeLessThanOrEqual(most)
    }
  })

  test('of what moves the first frame, and says so', async () => {
    const frames = await Promise.all([1, 2, 3].map((seed) => photograph(32, 32, seed).png().toBuffer()))
    const moving = sharp(frames, { join: { animated: true } })
    for (const [sent, mediaType] of [
      [await moving.clone().gif().toBuffer(), 'image/png'],
      [await moving.clone().webp().toBuffer(), 'image/jpeg'],
      [await moving.clone().webp({ lossless: true }).toBuffer(), 'image/png'],
    ] as const) {
      const { stored, ...found } = await picture(sent)
      expect(found).toMatchObject({ mediaType, width: 32, height: 32, isFirstFrameOnly: true })
      expect((await sharp(stored).metadata()).pages ?? 1).toBe(1)
    }
    expect(await picture(manyFrames(500))).toMatchObject({ isFirstFrameOnly: true })
  })

  test('alone: what hides behind it in the same file is gone', async () => {
    const jpeg = await photograph(64, 48).jpeg().toBuffer()
    const hidden = gzipSync('PK\x03\x04 a whole archive')
    const script = Buffer.from('<script>alert(1)</script>')
    const { stored } = await picture(Buffer.concat([jpeg, script, hidden]))
    expect(stored.includes('alert')).toBe(false)
    expect(stored.includes(hidden)).toBe(false)
    expect(stored.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  })
})

describe('refused by what it is, whatever it is called', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const box = (brand: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`)])

  test.each<[string, string, () => Buffer | string | Promise<Buffer>]>([
    ['an SVG', 'photo.jpg', () => svg],
    ['an SVG with a prologue', 'photo.png', () => `<?xml version="1.0"?>\n<!DOCTYPE svg>${svg}`],
    ['HTML', 'photo.png', () => '<!doctype html><img src=x onerror=alert(1)>'],
    [
      'HTML with a picture at its end',
      'photo.jpg',
      async () => Buffer.concat([Buffer.from('<html>'), await photograph(9, 9).jpeg().toBuffer()]),
    ],
    ['text', 'photo.jpg', () => 'Dear diary, today I met him.'],
    ['nothing at all', 'photo.jpg', () => ''],
    ['a PDF', 'photo.jpg', () => '%PDF-1.7\n1 0 obj\n'],
    ['a film', 'photo.avif', () => box('isom')],
    ['HEIC', 'photo.avif', () => box('heic')],
    ['TIFF', 'photo.jpg', () => photograph(9, 9).tiff().toBuffer()],
    ['an archive', 'photo.webp', () => Buffer.from('PK\x03\x04'.padEnd(100, '\0'))],
  ])('%s', async (_, name, make) => {
    expect(await decoded(await make(), name)).toEqual({ ok: false, reason: 'not_a_picture' })
  })

  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['too many pixels in a few bytes', 'too_many_pixels', () => bomb(30_000, 30_000)],
    ['a side of no length', 'damaged', () => bomb(0, 10)],
    ['too many frames', 'too_many_frames', () => manyFrames(10_000)],
    ['one frame too many', 'too_many_frames', () => manyFrames(501)],
    ['fewer pixels than it says', 'damaged', () => bomb(5_000, 5_000)],
    [
      'a JPEG that was cut short',
      'damaged',
      async () => {
        const whole = await photograph(640, 480).jpeg().toBuffer()
        return whole.subarray(0, whole.byteLength / 2)
      },
    ],
    [
      'an AVIF that was cut short',
      'damaged',
      async () => {
        const whole = await photograph(64, 48).avif({ effort: 0 }).toBuffer()
        return whole.subarray(0, whole.byteLength - 200)
      },
    ],
    [
      'a PNG with other bytes in its middle',
      'damaged',
      async () => {
        const broken = await photograph(64, 48).png().toBuffer()
        return broken.fill(7, 900, 1_100)
      },
    ],
    ['the first bytes of a JPEG and no more', 'damaged', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('%s', async (_, reason, make) => {
    expect(await decoded(await make())).toEqual({ ok: false, reason })
  })
})

describe('likenesses', () => {
  const distance = (one: string | null, other: string | null) => {
    const differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`)
    return [...differing.toString(2)].filter((bit) => bit === '1').length
  }

  test('are near for one picture that was scaled, encoded again, brightened or greyed, and far for others', async () => {
    const original = photograph(600, 450, 3)
    const { likeness } = await picture(await original.clone().png().toBuffer())
    expect(likeness).toMatch(/^[\da-f]{32}$/)
    const copies = [
      original.clone().resize(200).jpeg({ quality: 40 }),
      original.clone().resize(611, 440, { fit: 'fill' }).webp({ quality: 60 }),
      original.clone().modulate({ brightness: 1.08 }).jpeg(),
      original.clone().greyscale().png(),
    ]
    for (const copy of copies)
      expect(distance(likeness, (await picture(await copy.toBuffer())).likeness)).toBeLessThanOrEqual(
        ALIKE_BITS,
      )
    for (const seed of [1, 2, 4, 5, 6]) {
      const other = await picture(await photograph(600, 450, seed).png().toBuffer())
      expect(distance(likeness, other.likeness), `seed ${seed}`).toBeGreaterThan(2 * ALIKE_BITS)
    }
  })

  test('have not what has no features', async () => {
    const plain = { create: { width: 50, height: 50, channels: 3 as const, background: '#405060' } }
    expect(await picture(await sharp(plain).jpeg().toBuffer())).toMatchObject({
      likeness: null,
      colour: '#405060',
    })
  })
})
