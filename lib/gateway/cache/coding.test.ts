import { describe, expect, it } from 'vitest'
import { chosenCoding } from './coding'

const bytes = new Uint8Array()
const all = { identity: bytes, gzip: bytes, br: bytes }

describe('the coding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['br;q=0', 'identity'],
    ['gzip;q=0, *', 'br'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0, *;q=0', 'identity'],
    ['zstd', 'identity'],
    ['gzip;q=nonsense', 'identity'],
    [' , ;q=1, gzip ;q=1 ', 'gzip'],
  ])('for "%s" is %s', (header, coding) => {
    expect(chosenCoding(header, all)).toBe(coding)
  })

  it('is one that there is', () => {
    expect(chosenCoding('br, gzip;q=0.5', { identity: bytes, gzip: bytes })).toBe('gzip')
    expect(chosenCoding('br', { identity: bytes })).toBe('identity')
  })

  it('does not grow with what visitors invent', () => {
    for (let n = 0; n < 1_000; n += 1) expect(chosenCoding(`gzip, x-${n}`, all)).toBe('gzip')
  })
})
