import { ImageResponse } from 'next/og'
import { createElement } from 'react'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { LinkPictureSheet } from '@/components/sharing/LinkPictureSheet'
import { openTestWiki } from '@/lib/changesets/testing'
import { makeSharedWorld } from '@/lib/sharing/testing'
import { drawable, pictureFonts } from './fonts'
import { loadLinkPicture } from './link-picture'
import { LINK_PICTURE } from './size'

const { owner } = await openTestWiki('owner')
await makeSharedWorld(owner)

const fonts = pictureFonts()

test('the fonts have what is written in Latin, Greek and Cyrillic letters, and nothing else is drawn', () => {
  for (const text of [
    'Příliš žluťoučký “kůň” – ’n',
    'Ελληνικά',
    'Жанна ґ',
    'Ký ức',
    '100 % & <b>',
    'ﬁ'.normalize('NFKC'),
  ])
    expect(drawable(text, fonts), text).toBe(text.normalize('NFC'))
  expect(drawable('A leaf 🍂 \ufe0f falls\u200b', fonts)).toBe('A leaf falls')
  for (const text of ['販売店', 'שלום', 'السلام', 'Café 販', 'ไทย', '', '🍂'])
    expect(drawable(text, fonts), text).toBeNull()
})

test('what is closed, hidden or deleted has no picture', async () => {
  for (const name of [
    'fact-3.png',
    'fact-4.png',
    'fact-5.png',
    'page-3.png',
    'fact-1.jpg',
    'fact-1',
    'x.png',
  ])
    expect(await loadLinkPicture(name), name).toBeNull()
  expect(await loadLinkPicture('fact-2.png')).toMatchObject({
    eyebrow: 'Fact 2',
    words: 'It was filmed in May.',
  })
  expect(await loadLinkPicture('wiki.png')).toMatchObject({ words: 'Loreleaf' })
})

test.each([
  ['short', 'Kiss'],
  ['long', 'It '.repeat(99)],
  ['one long word', 'W'.repeat(300)],
  ['not drawable', '販売店 שלום 🍂'],
])('a picture with words that are %s is whole, and nobody else is asked for a glyph', async (_, words) => {
  const asked = vi.spyOn(globalThis, 'fetch')
  const picture = {
    ...{
      eyebrow: 'Fact 17',
      words: drawable(words, fonts) ?? 'Read it here',
      detail: 'd'.repeat(150),
      wiki: 'A wiki',
    },
    ...{ photograph: null, fonts },
  }
  const files = fonts.files.map((file) => ({ ...file, data: new Uint8Array(file.data).buffer }))
  const answer = new ImageResponse(createElement(LinkPictureSheet, { picture }), {
    ...LINK_PICTURE,
    fonts: files,
  })
  const png = Buffer.from(await answer.arrayBuffer())
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(png.length).toBeLessThan(200_000)
  // Its edges are blank: nothing runs over.
  const { data, info } = await sharp(png)
    .extract({ left: 40, top: 0, width: 1160, height: 20 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(
    new Set(Array.from({ length: data.length / info.channels }, (_, at) => data[at * info.channels])).size,
  ).toBe(1)
  expect(asked.mock.calls.filter(([address]) => !/^(?:file|data):/.test(String(address)))).toEqual([])
  asked.mockRestore()
})
