import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { network, userAgentOf } from './reach'

beforeEach(() => vi.stubEnv('LORELEAF_OUTSIDE_HOSTS', 'news.example=127.0.0.1:4000'))
afterEach(() => vi.unstubAllEnvs())

describe('where hosts stand for others in a test', () => {
  test('these are where they are said to be', () => {
    expect(network('Wiki').standIn('news.example')).toEqual({ host: '127.0.0.1', port: 4000 })
  })

  test('no other is looked up at all', async () => {
    const { standIn, resolve } = network('Wiki')
    expect(standIn('other.example')).toBeNull()
    const began = performance.now()
    await expect(resolve('other.example', new AbortController().signal)).rejects.toThrow('no address')
    expect(performance.now() - began).toBeLessThan(100)
  })
})

test('the wiki says its name and address, in characters that a header may hold', () => {
  expect(userAgentOf('Heartstopper Wiki', 'https://wiki.example')).toBe(
    'Heartstopper Wiki (Loreleaf; +https://wiki.example)',
  )
  expect(userAgentOf('Wiki\r\nX: é', undefined)).toBe('WikiX: (Loreleaf)')
  expect(userAgentOf('ハート', undefined)).toBe('A wiki (Loreleaf)')
})
