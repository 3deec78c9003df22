import { describe, expect, it } from 'vitest'
import { nextPath } from './next-path'

describe('where signing in leads', () => {
  it.each([
    ['/wiki/Joe_Locke', '/wiki/Joe_Locke'],
    ['/facts/17?before=3#history', '/facts/17?before=3#history'],
    ['/wiki/AC/DC', '/wiki/AC/DC'],
    ['/wiki/Zo%C3%AB', '/wiki/Zo%C3%AB'],
    ['/sign-industry', '/sign-industry'],
  ])('%s leads there', (asked, path) => {
    expect(nextPath(asked)).toBe(path)
  })

  it.each([
    undefined,
    null,
    ['/a', '/b'],
    '',
    'wiki/Joe_Locke',
    'https://other.example/',
    '//other.example/',
    '/\\other.example/',
    '\\/other.example',
    '/\t/other.example/',
    '\t//other.example/',
    '/..//other.example/',
    '/./\\other.example/',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '/sign-up',
    '/api/auth/sign-out',
    `/${'x'.repeat(3_000)}`,
  ])('%j leads to the front page', (asked) => {
    expect(nextPath(asked)).toBe('/')
  })
})
