import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hashNetwork, networkOf } from './network'

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it.each([null, '', 'unknown', '203.0.113', '2001:db8::1::2', "1' or 1=1"])('%j is none', (address) => {
    expect(networkOf(address)).toBeNull()
  })
})

describe('its hash', () => {
  beforeEach(() => {
    vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
  })

  it('is the same for a household and another for its neighbours', () => {
    const home = hashNetwork('2001:db8:1:2::1')
    expect(hashNetwork('2001:db8:1:2::2')).toBe(home)
    expect(hashNetwork('2001:db8:1:3::1')).not.toBe(home)
  })

  it('cannot be made without the secret', () => {
    const hash = hashNetwork('203.0.113.7')
    vi.stubEnv('AUTH_SECRET', 'another secret of more than thirty-two characters')
    expect(hashNetwork('203.0.113.7')).not.toBe(hash)
  })
})
