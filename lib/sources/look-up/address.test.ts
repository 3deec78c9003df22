import { describe, expect, test } from 'vitest'
import { readTime, takeApart } from './address'
import { contentOfAddress } from './content'
import { isSamePlace } from './same-place'

describe('a time in the address of a recording is its place', () => {
  test.each([
    ['https://www.youtube.com/watch?v=abc&t=754', 'https://www.youtube.com/watch?v=abc', '12:34'],
    ['https://youtu.be/abc?si=xyz&t=754s', 'https://youtu.be/abc', '12:34'],
    ['https://youtu.be/abc?t=12m34s', 'https://youtu.be/abc', '12:34'],
    ['https://www.youtube.com/embed/abc?start=3723', 'https://www.youtube.com/embed/abc', '1:02:03'],
    ['https://www.youtube.com/watch?v=abc#t=1h2m3s', 'https://www.youtube.com/watch?v=abc', '1:02:03'],
    ['https://vimeo.com/1#t=30s', 'https://vimeo.com/1', '0:30'],
    ['https://cast.example/a.mp3#t=12:34,20:00', 'https://cast.example/a.mp3', '12:34'],
    ['https://cast.example/a.mp3#t=npt:90.5', 'https://cast.example/a.mp3', '1:30'],
  ])('%s', (address, url, locator) => {
    expect(takeApart(address)).toMatchObject({ url, locator, archiveUrl: null })
  })

  test.each([
    'https://forum.example/viewtopic.php?t=754',
    'https://www.youtube.com/watch?v=abc&t=0',
    'https://www.youtube.com/watch?v=abc&t=soon',
    'https://news.example/a#team',
  ])('and this has none: %s', (address) => {
    expect(takeApart(address)).toMatchObject({ url: address, locator: null })
  })

  test('as sites write it', () => {
    expect(['754', '754s', '12m34s', '12:34', '0:12:34', '12:34.5'].map(readTime)).toEqual(Array(6).fill(754))
    expect(['', '0', '12:3', 's', '-5', '1e9', '9999999'].map(readTime)).toEqual(Array(7).fill(null))
  })
})

test('what only counts visits is left out of an address, and a text fragment', () => {
  expect(takeApart('https://news.example/a?utm_source=x&id=7&fbclid=y#:~:text=magic').url).toBe(
    'https://news.example/a?id=7',
  )
  expect(takeApart('https://news.example/a?id=7#part').url).toBe('https://news.example/a?id=7#part')
})

describe('a copy in an archive', () => {
  test('is the copy of an address, and is read', () => {
    const archived = 'https://web.archive.org/web/20220422000000/https://news.example/a?utm_source=x'
    expect(takeApart(archived)).toEqual({
      reads: archived,
      url: 'https://news.example/a',
      archiveUrl: archived,
      locator: null,
    })
  })

  test('that does not say of what is an address like any other', () => {
    expect(takeApart('https://archive.ph/AbCdE')).toMatchObject({
      url: 'https://archive.ph/AbCdE',
      archiveUrl: null,
    })
  })
})

describe('an address alone tells', () => {
  const told = (address: string) => contentOfAddress(takeApart(address))

  test('the outlet, and a title where its last part is words', () => {
    expect(told('https://www.pinknews.co.uk/2022/04/there-was-magic-in-the-air-1234567.html')).toMatchObject({
      title: 'There was magic in the air',
      publisher: 'pinknews.co.uk',
      type: 'webpage',
    })
    expect(told('https://m.youtube.com/watch?v=abc')).toMatchObject({
      title: null,
      publisher: 'youtube.com',
      type: 'broadcast',
    })
    expect(told('https://x.com/somebody/status/1')).toMatchObject({ title: null, type: 'post' })
  })

  test.each([
    'https://news.example/',
    'https://news.example/a1b2c3d4',
    'https://news.example/%E0%A4%A',
    'https://news.example/a-b',
  ])('no title here: %s', (address) => expect(told(address).title).toBeNull())
})

test('an address that a page calls its own counts on the same site only, and is not its front page', () => {
  const typed = 'https://www.news.example/a?x=1'
  expect(isSamePlace(typed, 'https://news.example/a')).toBe(true)
  expect(isSamePlace('https://amp.news.example/a', 'https://www.news.example/a')).toBe(true)
  expect(isSamePlace(typed, 'https://other.example/a')).toBe(false)
  expect(isSamePlace(typed, 'https://news.example/')).toBe(false)
  expect(isSamePlace(typed, 'https://news.example:pass@evil.example/')).toBe(false)
  expect(isSamePlace(typed, 'javascript:alert(1)')).toBe(false)
})
