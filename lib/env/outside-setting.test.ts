import { describe, expect, test } from 'vitest'
import { readOutside } from './outside-setting'

const read = (env: Record<string, string>, origin?: string) =>
  readOutside(env as unknown as NodeJS.ProcessEnv, origin)

describe('what is looked up outside', () => {
  test('is everything, unless it is turned off', () => {
    expect(read({})).toEqual({ isOff: false, hosts: new Map() })
    expect(read({ LORELEAF_OUTSIDE: '' })).toMatchObject({ isOff: false })
    expect(read({ LORELEAF_OUTSIDE: 'off' })).toMatchObject({ isOff: true })
    expect(read({ LORELEAF_OUTSIDE: 'no' })).toHaveProperty('fault')
  })

  test('is a local server in tests, and never where a wiki is public', () => {
    const LORELEAF_OUTSIDE_HOSTS = 'news.example=127.0.0.1:4000, video.example=127.0.0.1:4001'
    const hosts = new Map([
      ['news.example', { host: '127.0.0.1', port: 4000 }],
      ['video.example', { host: '127.0.0.1', port: 4001 }],
    ])
    for (const origin of [undefined, 'http://localhost:3000', 'http://127.0.0.1:3000'])
      expect(read({ LORELEAF_OUTSIDE_HOSTS }, origin)).toEqual({ isOff: false, hosts })
    expect(read({ LORELEAF_OUTSIDE_HOSTS }, 'https://wiki.example')).toHaveProperty('fault')
  })

  test.each(['news.example', 'news.example=10.0.0.1:80', 'news.example=127.0.0.1:99999', '=127.0.0.1:80'])(
    '%s is no host for a test',
    (hosts) => {
      expect(read({ LORELEAF_OUTSIDE_HOSTS: hosts })).toHaveProperty('fault')
    },
  )
})
