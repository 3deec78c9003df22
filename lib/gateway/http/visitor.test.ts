import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { isSameOrigin, outerAddress, visitorNetwork } from './visitor'

const request = (headers: Record<string, string | undefined>, remoteAddress = '10.0.0.9') =>
  ({
    headers,
    rawHeaders: Object.entries(headers).flat(),
    socket: { remoteAddress },
  }) as unknown as IncomingMessage

describe('the address of the wiki', () => {
  it('is the configured one, whatever the request says', () => {
    const address = outerAddress(request({ host: 'evil.example' }), {
      origin: 'https://wiki.example',
      trustedProxies: 0,
    })
    expect(address).toEqual({ origin: 'https://wiki.example', host: 'wiki.example', isSecure: true })
  })

  it('is what the request says when none is configured, and https only on a trusted word', () => {
    const said = request({ host: 'LocalHost:3000', 'x-forwarded-proto': 'https' })
    expect(outerAddress(said, { trustedProxies: 0 })?.origin).toBe('http://localhost:3000')
    expect(outerAddress(said, { trustedProxies: 1 })?.origin).toBe('https://localhost:3000')
    expect(outerAddress(request({ host: '[::1]:3000' }), { trustedProxies: 0 })?.host).toBe('[::1]:3000')
  })

  it.each(['', 'a b', 'a/b', 'user@host', 'host:99999999', '-', 'a,b', 'host#x'])(
    'is none for the host %s',
    (host) => {
      expect(outerAddress(request({ host }), { trustedProxies: 0 })).toBeNull()
    },
  )
})

describe('a request that changes something', () => {
  const ours = { origin: 'https://wiki.example', host: 'wiki.example', isSecure: true }

  it('comes from our own pages', () => {
    expect(isSameOrigin(request({ origin: 'https://wiki.example' }), ours)).toBe(true)
    expect(isSameOrigin(request({ 'sec-fetch-site': 'same-origin' }), ours)).toBe(true)
  })

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'http://wiki.example' },
    { origin: 'https://wiki.example.evil.example' },
    { origin: 'null' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    { referer: 'https://wiki.example/' },
  ])('is refused with %o', (headers) => {
    expect(isSameOrigin(request(headers), ours)).toBe(false)
  })
})

describe("the visitor's network", () => {
  it('is the other end of the connection when no proxy is trusted', () => {
    expect(visitorNetwork(request({ 'x-forwarded-for': '1.2.3.4' }, '::ffff:10.0.0.9'), 0)).toBe('10.0.0.9')
  })

  it('is as many steps from the end as there are trusted proxies; more words change nothing', () => {
    const forged = request({ 'x-forwarded-for': '6.6.6.6, 1.2.3.4, 5.6.7.8' })
    expect(visitorNetwork(forged, 1)).toBe('5.6.7.8')
    expect(visitorNetwork(forged, 2)).toBe('1.2.3.4')
    expect(visitorNetwork(request({ 'x-forwarded-for': '1.2.3.4' }), 3)).toBe('1.2.3.4')
    expect(visitorNetwork(request({ 'x-forwarded-for': '[2001:db8::1]:99' }), 1)).toBe('2001:db8::1')
  })

  it('is the connection when the proxy said nothing that is an address', () => {
    for (const words of ['', 'unknown', 'localhost, x']) {
      expect(visitorNetwork(request({ 'x-forwarded-for': words }), 1)).toBe('10.0.0.9')
    }
    expect(visitorNetwork(request({}), 2)).toBe('10.0.0.9')
  })
})
