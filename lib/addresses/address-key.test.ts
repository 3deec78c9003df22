import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKey } from './address-key'

const ARTICLE = 'https://www.example.org/2022/04/magic-in-the-air'

describe('one page in other clothes', () => {
  test.each([
    ...['http://www.example.org/2022/04/magic-in-the-air', 'https://example.org/2022/04/magic-in-the-air/'],
    ...['https://m.example.org/2022/04/magic-in-the-air', 'https://amp.example.org/2022/04/magic-in-the-air'],
    ...[`${ARTICLE}/amp`, `${ARTICLE}/amp/`, `${ARTICLE}?amp=1`, `${ARTICLE}?outputType=amp`],
    ...[
      `${ARTICLE}?utm_source=share&utm_medium=web`,
      `${ARTICLE}?fbclid=IwAR0&gclid=1`,
      `${ARTICLE}#comments`,
    ],
    ...[`${ARTICLE}#:~:text=magic`, 'HTTPS://WWW.EXAMPLE.ORG:443/2022/04/magic%2Din-the-air', `${ARTICLE}?`],
    `https://web.archive.org/web/20220422101112/${ARTICLE}`,
    'https://web.archive.org/web/20220422101112id_/http:/example.org/2022/04/magic-in-the-air?utm_source=x',
    'https://web.archive.org/web/2022/example.org/2022/04/magic-in-the-air',
    `https://archive.today/20220422/${ARTICLE}`,
    `https://archive.ph/newest/${ARTICLE}`,
    `https://web.archive.org/web/2022/https://archive.is/2021/${ARTICLE}`,
    'https://www-example-org.cdn.ampproject.org/c/s/www.example.org/2022/04/magic-in-the-air/amp',
    'https://www.google.com/amp/s/www.example.org/2022/04/magic-in-the-air',
    `https://www.google.co.uk/url?sa=t&url=${encodeURIComponent(ARTICLE)}&usg=1`,
    `https://l.facebook.com/l.php?u=${encodeURIComponent(ARTICLE)}&h=AT0`,
  ])('%s', (dressed) => expect(addressKey(dressed)).toBe('url:example.org/2022/04/magic-in-the-air'))

  test.each([
    ...['https://youtu.be/a1b2c3d4e5f?t=754', 'https://www.youtube.com/watch?v=a1b2c3d4e5f&list=PL1&index=2'],
    ...[
      'https://m.youtube.com/watch?t=1&v=a1b2c3d4e5f',
      'https://youtube.com/shorts/a1b2c3d4e5f?feature=share',
    ],
    'https://www.youtube-nocookie.com/embed/a1b2c3d4e5f?start=3',
    ...['https://www.youtube.com/live/a1b2c3d4e5f', 'https://music.youtube.com/watch?v=a1b2c3d4e5f'],
  ])('%s is one video', (url) => expect(addressKey(url)).toBe('url:youtube.com/watch?v=a1b2c3d4e5f'))

  test.each([
    ['https://doi.org/10.1093/AE/abc', 'http://dx.doi.org/10.1093%2Fae%2Fabc'],
    ['https://vimeo.com/channels/staffpicks/123456789', 'https://player.vimeo.com/video/123456789?h=a1'],
    ['https://twitter.com/alice/status/99?s=20', 'https://x.com/i/web/status/99/photo/1'],
    ['https://www.instagram.com/p/CabcD/?igshid=1', 'https://instagram.com/alice/reel/CabcD/'],
    [
      'https://en.m.wikipedia.org/wiki/Heartstopper_(TV_series)',
      'https://en.wikipedia.org/wiki/Heartstopper_%28TV_series%29',
    ],
    ['https://münchen.example/caf%C3%A9', 'https://xn--mnchen-3ya.example/cafe%CC%81'],
    ['https://example.org/?b=2&a=1', 'https://example.org?a=1&b=2'],
    ['https://example.org/a?q=two+words', 'https://example.org/a?q=two%20words'],
    ['https://example.org./a', 'https://example.org/a'],
    ['https://example.org/a%c3%28', 'https://example.org/a%C3('],
  ])('%s and %s', (one, other) => expect(addressKey(one)).toBe(addressKey(other)))
})

describe('two pages', () => {
  test.each([
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/?p=1', 'https://example.org/?p=2'],
    ['https://example.org/#!/a', 'https://example.org/#!/b'],
    ['https://example.org/#/a', 'https://example.org/'],
    ['https://example.org/amp', 'https://example.org/'],
    ['https://example.org:8080/', 'https://example.org/'],
    ['https://m.co.uk/', 'https://amp.co.uk/'],
    ['https://blog.example.org/a', 'https://example.org/a'],
    ['https://example.org/a%2Fb', 'https://example.org/a/b'],
    ['https://example.org/a?q=1%262', 'https://example.org/a?q=1&2'],
    ['https://youtu.be/a1b2c3d4e5f', 'https://youtu.be/a1b2c3d4e5F'],
    [
      'https://www.youtube.com/embed/videoseries?list=PL1',
      'https://www.youtube.com/embed/videoseries?list=PL2',
    ],
    ['https://vimeo.com/123456789', 'https://vimeo.com/showcase/123456789'],
    ['https://archive.ph/AbCdE', 'https://archive.ph/AbCdF'],
    ['https://archive.org/details/book', 'https://archive.org/details/other'],
  ])('%s and %s are two', (one, other) => expect(addressKey(one)).not.toBe(addressKey(other)))
})

test.each(['', 'not an address', 'https://', 'javascript:alert(1)'])('%j stands for itself', (text) => {
  expect(addressKey(text)).toBe(`url:${text}`)
})

/* A page, as its parts, and what it may wear. */
const word = fc.stringMatching(/^[a-z][a-z0-9]{1,6}$/).filter((one) => one !== 'amp')
const letters = fc.oneof(word, fc.constantFrom('café', 'Ünder', 'zwei worte', "nick's", 'a(b)', '日本'))
const page = fc.record({
  host: fc.tuple(word, fc.constantFrom('example', 'test')).map(([name, end]) => `site${name}.${end}`),
  path: fc.array(letters, { maxLength: 4 }),
  query: fc.dictionary(
    word.map((name) => `x${name}`),
    letters,
    { maxKeys: 3 },
  ),
})
type Page = typeof page extends fc.Arbitrary<infer P> ? P : never

const plain = ({ host, path, query }: Page) => {
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const parts = path.map((part) => `/${encodeURIComponent(part)}`).join('')
  return `https://${host}${parts}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}

/** Each takes an address and gives another of the same page. */
const clothes = fc.constantFrom<(url: URL) => string>(
  (url) => url.href.replace('https:', 'http:'),
  (url) => url.href.replace('://', '://www.'),
  (url) => url.href.replace('://', '://m.'),
  (url) => `${url.origin.toUpperCase()}${url.href.slice(url.origin.length)}`,
  (url) => (url.protocol === 'https:' ? `${url.origin}:443${url.href.slice(url.origin.length)}` : url.href),
  (url) => `${url.origin}${url.pathname}/${url.search}`,
  (url) => `${url.href}#part`,
  (url) => `${url.href}${url.href.includes('?') ? '&' : '?'}utm_campaign=a%20b&fbclid=x`,
  (url) => `${url.origin}${url.pathname}?${url.search.slice(1).split('&').reverse().join('&')}`,
  (url) => url.href.replace(/%[0-9A-F]{2}/g, (spelling) => spelling.toLowerCase()),
  (url) =>
    url.href.replace(/%20/g, url.search.includes('%20') && !url.pathname.includes('%20') ? '+' : '%20'),
)
const wrappers = fc.constantFrom<(url: string) => string>(
  (url) => url,
  (url) => `https://web.archive.org/web/20220101000000/${url}`,
  (url) => `https://archive.ph/2022/https://web.archive.org/web/2021/${url}`,
  (url) => `https://www.google.com/url?q=${encodeURIComponent(url)}`,
)

test('whatever a page wears, and over that, it keeps its key', () => {
  fc.assert(
    fc.property(page, fc.array(clothes, { maxLength: 5 }), wrappers, (one, worn, wrap) => {
      const dressed = wrap(worn.reduce((url, put) => put(new URL(url)), plain(one)))
      expect(addressKey(dressed)).toBe(addressKey(plain(one)))
    }),
    { numRuns: 1000 },
  )
})

test('different pages keep different keys', () => {
  fc.assert(
    fc.property(page, page, (one, other) => {
      const sorted = ({ host, path, query }: Page) =>
        JSON.stringify([host, path, Object.entries(query).sort()])
      fc.pre(sorted(one) !== sorted(other))
      expect(addressKey(plain(one))).not.toBe(addressKey(plain(other)))
    }),
  )
})

test('the key of a key is that key, whatever was typed', () => {
  const odd = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.tuple(page, fc.string()).map(([one, rest]) => plain(one) + rest),
  )
  fc.assert(
    fc.property(odd, (address) => {
      const key = addressKey(address)
      if (key.startsWith('url:') && URL.canParse(address))
        expect(addressKey(`https://${key.slice(4)}`)).toBe(key)
    }),
    { numRuns: 2000 },
  )
})
