import { describe, expect, it } from 'vitest'
import { parseAddress } from './address'

describe('an address', () => {
  it.each([
    ['tara@example.org', 'tara@example.org'],
    ['  Tara.Jones+wiki@Example.ORG ', 'Tara.Jones+wiki@example.org'],
    ["o'neill@sub.example.co.uk", "o'neill@sub.example.co.uk"],
    ['leser@bücher.example', 'leser@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('%s', (typed, address) => {
    expect(parseAddress(typed)).toBe(address)
  })

  it.each([
    '',
    'tara',
    '@example.org',
    'tara@',
    'tara@localhost',
    'tara@example..org',
    'tara@-example.org',
    'tara@[127.0.0.1]',
    'ta ra@example.org',
    '"tara jones"@example.org',
    'Tara <tara@example.org>',
    'tara@example.org, tom@example.org',
    'tara@example.org;tom@example.org',
    'tara@example.org\r\nBcc: tom@example.org',
    'tara\r\nBcc:tom@example.org',
    'tara@example.org\0',
    'tära@example.org',
    'a@b@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.org`,
    'x'.repeat(100_000),
  ])('is not %j', (typed) => {
    expect(parseAddress(typed)).toBeNull()
  })
})
