import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeSegment, titlePath } from '@/lib/titles/spelling'
import { canonicalPath } from './canonical-path'

describe('reading a path once', () => {
  it.each([
    '/',
    '/wiki/Joe_Locke',
    '/wiki/A/B',
    '/wiki/Who%3F',
    "/wiki/Nick_&_Charlie's_(song),_part_1:2",
    '/wiki/%C3%89lodie',
    '/wiki/%E2%9D%A7',
    '/wiki/100%25',
    '/wiki/%2541',
    '/wiki/%252e%252e/review',
    '/wiki/a%252Fb',
    '/wiki/a%255Cb',
    '/wiki/%25252e',
    '/wiki/%25',
    '/wiki/...',
    '/facts/17/history',
  ])('leaves the canonical as it is: %s', (path) => {
    expect(canonicalPath(path)).toMatchObject({ ok: true, path })
  })

  it.each([
    ['/wiki/%41', '/wiki/A'],
    ['/wiki/%c3%89lodie', '/wiki/%C3%89lodie'],
    ['/wiki/A/', '/wiki/A'],
    ['/wiki//A', '/wiki/A'],
    ['//evil.example/x', '/evil.example/x'],
    ['/wiki/A%2CB', '/wiki/A,B'],
    ['/%77iki/A', '/wiki/A'],
    ['/wiki/a|b', '/wiki/a%7Cb'],
    ['/wiki/^', '/wiki/%5E'],
  ])('sends %s to %s', (raw, path) => {
    expect(canonicalPath(raw)).toEqual({ ok: false, status: 308, path })
  })

  it.each([
    '/wiki/%',
    '/wiki/%4',
    '/wiki/%zz',
    '/wiki/../review',
    '/wiki/./A',
    '/wiki/%2e%2e/review',
    '/wiki/%2E./review',
    '/wiki/.%2e',
    '/wiki/a%2fb',
    '/wiki/a%2Fb',
    '/wiki/a%5cb',
    '/wiki/a\\b',
    '/wiki/%00',
    '/wiki/%0a',
    '/wiki/%7f',
    '/wiki/%C2%85',
    '/wiki/%ff',
    '/wiki/%c0%af',
    '/wiki/%ed%a0%80',
    '/wiki/é',
    '/wiki/a b',
    '/wiki/a#b',
    'wiki/A',
    'http://localhost/wiki/A',
    '*',
    '',
  ])('refuses %s', (raw) => {
    expect(canonicalPath(raw)).toEqual({ ok: false, status: 400 })
  })

  it('refuses what is too long', () => {
    expect(canonicalPath(`/wiki/${'a'.repeat(9_000)}`)).toEqual({ ok: false, status: 414 })
  })

  it('has one canonical path, reached in one step, and never sends anybody to another host', () => {
    const part = fc.stringMatching(/^[\x21-\x7e]{0,12}$/)
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const read = canonicalPath(`/${parts.join('/')}`)
        if (!('path' in read)) return
        expect(read.path.startsWith('//')).toBe(false)
        expect(canonicalPath(read.path)).toMatchObject({ ok: true, path: read.path })
      }),
    )
  })

  it('decodes each segment once: what it forwards means the segments that it classified, and nothing else', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '%',
        '%25',
        '%41',
        '%2e',
        '%2e%2e',
        '%252e',
        '%2F',
        '%5C',
        '%00',
        '%%',
        '%c3%89',
        '.',
        '..',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).filter((text) => text.isWellFormed()),
    )
    const segment = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const read = canonicalPath(`/${segments.map(encodeURIComponent).join('/')}`)
        const isPath = segments.every((one) => !/^\.{1,2}$|[/\\\p{Cc}]/u.test(one))
        expect('path' in read).toBe(isPath)
        if (!('path' in read)) return
        expect(read.path.split('/').slice(1).map(decodeURIComponent)).toEqual(segments)
        expect(canonicalPath(read.path)).toEqual({ ok: true, path: read.path, segments })
      }),
    )
  })

  it('spells titles as links to them are spelled', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const title = text.toWellFormed().replaceAll('/', '')
        expect(encodeSegment(title.replaceAll(' ', '_'))).toBe(titlePath(title))
      }),
    )
  })
})
