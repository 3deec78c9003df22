import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePage } from './decode'
import { readHead } from './read-head'
import { readText } from './read-text'

const HTML = 'text/html'

describe('a page is decoded', () => {
  const said = (charset: string) => `<meta charset="${charset}"><title>é</title>`
  test.each([
    ['what its header says', Buffer.from('<title>é</title>', 'latin1'), `${HTML}; charset=ISO-8859-1`],
    ['what it says itself', Buffer.from(said('iso-8859-1'), 'latin1'), HTML],
    ['UTF-8 without a word about it', Buffer.from('<title>é</title>'), HTML],
    ['UTF-8 that is called something else', Buffer.from(said('iso-8859-1')), `${HTML}; charset=iso-8859-1`],
    ['something else that is called UTF-8', Buffer.from(said('utf-8'), 'latin1'), `${HTML}; charset=utf-8`],
    ['an encoding that there is not', Buffer.from(said('utf-99')), `${HTML}; charset="nonsense"`],
    [
      'a byte order mark, whatever is said',
      Buffer.from('\ufeff<title>é</title>', 'utf16le'),
      `${HTML}; charset=utf-8`,
    ],
    ['UTF-8 that was cut within a character', Buffer.from('<title>é</title>…').subarray(0, -1), HTML],
  ])('by %s', (_, bytes, contentType) => {
    expect(readHead(decodePage(bytes, contentType)).title).toBe('é')
  })

  test('by encodings of other scripts', () => {
    const shiftJis = Buffer.from([0x83, 0x6e, 0x81, 0x5b, 0x83, 0x67])
    expect(decodePage(shiftJis, `${HTML}; charset=Shift_JIS`)).toBe('ハート')
    const jis = Buffer.from('\u001b$B%O!<%H\u001b(B', 'latin1')
    expect(decodePage(jis, `${HTML}; charset=iso-2022-jp`)).toBe('ハート')
  })
})

describe('the head of a page', () => {
  test('is read with all its values, each in one line', () => {
    const head =
      readHead(`<!doctype html><html lang="en-GB"><title>A\n title &amp; more</title><title>Another</title>
      <meta property="og:title" content="Open"><META NAME="Citation_Author" CONTENT="One"><meta name=citation_author content=Two>
      <link rel="canonical" href="/own"><link rel="alternate" type="application/json+oembed" href="/oembed?x">
      <script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "H"}]}</script>
      <script type="application/ld+json">{ not json</script>`)
    expect(head).toMatchObject({
      title: 'A title & more',
      language: 'en-GB',
      canonical: '/own',
      oembed: '/oembed?x',
    })
    expect(head.metas.get('og:title')).toEqual(['Open'])
    expect(head.metas.get('citation_author')).toEqual(['One', 'Two'])
    expect(head.things.map((thing) => thing['@type'])).toEqual([undefined, 'WebPage', 'NewsArticle'])
  })

  test('of a megabyte is cut, in every value', () => {
    const long = 'x'.repeat(1_000_000)
    const head = readHead(
      `<title>${long}</title><meta name="author" content="${long}"><script type="application/ld+json">"${long}"</script>`,
    )
    expect(head.title).toHaveLength(2_000)
    expect(head.metas.get('author')?.[0]).toHaveLength(2_000)
    expect(head.things).toEqual([])
  })

  test('of a hundred thousand values, or nested as deep, is bounded', () => {
    const many = '<meta name="author" content="x">'.repeat(100_000)
    expect(readHead(many).metas.get('author')).toHaveLength(30)
    const names = Array.from({ length: 10_000 }, (_, at) => `<meta name="n${at}" content="x">`).join('')
    expect(readHead(names).metas.size).toBe(500)
    const deep = `<script type="application/ld+json">${'['.repeat(5_000)}${']'.repeat(5_000)}</script>`
    expect(readHead(deep).things).toEqual([])
    expect(readHead('<div>'.repeat(100_000)).title).toBe('')
  })
})

test('the words of a page are those that people see, blocks apart', () => {
  expect(
    readText(`<head><title>No</title><style>no</style></head><body><h1>Yes</h1><p>One <b>wo</b>rd&nbsp;more.</p>
      <script>no()</script><noscript>no</noscript><ul><li>a<li>b</ul><p>Five &lt; six<br>seven</p></body>`),
  ).toBe('Yes\nOne word more.\na\nb\nFive < six\nseven')
})

test('any bytes under any name are read without an error, and values are text that can be stored', () => {
  const markup = fc.array(
    fc.constantFrom(
      '<title>',
      '</title>',
      '<meta name="a" content="',
      '">',
      '<script type="application/ld+json">',
      '{"@graph":[',
      ']}',
      '\u0000',
      'x',
      '&#0;',
      '&#xd800;',
      '<!--',
      ']]>',
    ),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        markup.map((parts) => Buffer.from(parts.join(''))),
      ),
      fc.string(),
      (bytes, type) => {
        const html = decodePage(Buffer.from(bytes), `text/html; charset=${type}`)
        const head = readHead(html)
        expect([head.title, ...[...head.metas.values()].flat()].every((one) => one.isWellFormed())).toBe(true)
        expect(typeof readText(html)).toBe('string')
      },
    ),
  )
})
