import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Block, Image } from '@/lib/content/document'
import type { Picture } from '@/lib/files/picture'
import { messages } from '@/lib/messages/messages'
import { Blocks } from './Blocks'

const picture: Picture = {
  path: '/files/9',
  number: 9,
  alternative: 'A bench under the trees',
  author: 'Mo Amara',
  licence: { kind: 'quotation', because: 'it is the scene' },
  width: 1600,
  height: 900,
  colour: '#336699',
  focus: { x: 12, y: 90 },
  sources: [
    { mediaType: 'image/avif', sizes: [{ width: 320, address: '/media/a/320.avif' }] },
    {
      mediaType: 'image/webp',
      sizes: [
        { width: 320, address: '/media/a/320.webp' },
        { width: 800, address: '/media/a/800.webp' },
      ],
    },
  ],
  address: '/media/a',
  whole: '/media/a',
}
const image: Image = {
  type: 'image',
  attrs: { id: 'i', file: 31, place: 'left' },
  content: [{ type: 'text', text: 'Where they met' }],
}
const html = (pictures: [number, Picture][], firstPicture?: Block) =>
  renderToStaticMarkup(
    <Blocks blocks={[image]} shown={{ names: new Map(), pictures: new Map(pictures), firstPicture }} />,
  )

test('a picture has its shape, its sizes and its colour from the first byte, and no style', () => {
  const shown = html([[31, picture]])
  expect(shown).toContain('<figure class="figure is-left" id="i"><a href="/files/9">')
  expect(shown).toContain('<rect width="1" height="1" fill="#336699">')
  expect(shown).toMatch(/<source type="image\/avif" srcSet="\/media\/a\/320\.avif 320w" sizes="[^"]+"\/>/)
  expect(shown).toContain('srcSet="/media/a/320.webp 320w, /media/a/800.webp 800w"')
  expect(shown).toMatch(
    /<img src="\/media\/a" width="1600" height="900" alt="A bench under the trees" loading="lazy"/,
  )
  expect(shown).toContain('class="picture from-left-0 from-top-100"')
  expect(shown).not.toContain('style=')
})

test('its caption is followed by who made it and the licence, on the way to its own page', () => {
  expect(html([[31, picture]])).toContain(
    'Where they met <small class="credit"><a href="/files/9">Mo Amara, Quotation</a></small>',
  )
})

test('the first one on the screen is fetched at once', () => {
  const shown = html([[31, picture]], image)
  expect(shown).toContain('loading="eager"')
  expect(shown).toMatch(/fetchPriority="high"/i)
})

test('before there are sizes it is shown as it is', () => {
  expect(html([[31, { ...picture, sources: [] }]])).not.toContain('<picture>')
})

test('in the place of one that is not here any more stand a sentence and the caption', () => {
  const shown = html([])
  expect(shown).toContain(`<p class="no-picture">${messages().files.gone}</p>`)
  expect(shown).toContain('Where they met')
  expect(shown).not.toContain('<img')
})
