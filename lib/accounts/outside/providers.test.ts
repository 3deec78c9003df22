import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { askOutside, readAnswer } from './providers'
import { asSite, startForger, startSite, walk } from './testing'

const back = 'http://localhost:4460/sign-in/with/oidc/back'
const [site, forger] = await Promise.all([startSite([back]), startForger()])
vi.stubEnv('LORELEAF_ORIGIN', 'http://localhost:4460')
beforeEach(() => {
  Object.assign(site, { person: 'tara', isDown: false })
  Object.assign(forger, { claims: {}, isSignedByStranger: false })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await Promise.all([site.close(), forger.close()])
})

const ours = asSite(site.issuer)

/** Asks the honest site who somebody is, and goes there. */
async function answered(provider = ours) {
  const { address, asked } = await askOutside(provider, back)
  return { address, asked, answer: await walk(address, back) }
}

describe('another site', () => {
  it('is asked with state, nonce and PKCE, for no address, and says who somebody is there', async () => {
    const { address, asked, answer } = await answered()
    const query = new URL(address).searchParams
    expect(query.get('code_challenge_method')).toBe('S256')
    for (const [name, value] of [
      ['state', asked.state],
      ['nonce', asked.nonce],
    ] as const)
      expect(query.get(name)).toBe(value)
    expect(query.get('scope')).toBe('openid profile')
    expect(query.get('code_challenge')).not.toBe(asked.verifier)
    expect(await readAnswer(ours, answer, asked)).toEqual({
      ...{ issuer: site.issuer, subject: 'tara', label: 'tara' },
    })
  })

  it('gives nothing for a code a second time, nor for one that another wiki, or another browser, asked for', async () => {
    const first = await answered()
    await readAnswer(ours, first.answer, first.asked)
    await expect(readAnswer(ours, first.answer, first.asked)).rejects.toThrow()

    const theirs = await answered(asSite(site.issuer, 'another-wiki'))
    await expect(readAnswer(ours, theirs.answer, theirs.asked)).rejects.toThrow()

    const [one, other] = [await answered(), await answered()]
    await expect(readAnswer(ours, one.answer, other.asked)).rejects.toThrow()
    const { state } = other.asked
    const mixed = new URL(one.answer)
    mixed.searchParams.set('state', state)
    await expect(readAnswer(ours, mixed, other.asked)).rejects.toThrow()
  })

  it('is not believed when its answer says to come from another', async () => {
    const { answer, asked } = await answered()
    answer.searchParams.set('iss', 'https://evil.example')
    await expect(readAnswer(ours, answer, asked)).rejects.toThrow()
  })

  it('that is called off says so in its address', async () => {
    site.person = null
    expect((await answered()).answer.searchParams.get('error')).toBe('access_denied')
  })

  it('that is down is an error, and asked again the next time', async () => {
    const { answer, asked } = await answered()
    site.isDown = true
    await expect(readAnswer(ours, answer, asked)).rejects.toThrow(TypeError)
    const stranger = asSite(site.issuer, 'another-wiki-yet')
    await expect(askOutside(stranger, back)).rejects.toThrow(TypeError)
    site.isDown = false
    expect((await askOutside(stranger, back)).address).toContain(site.issuer)
  })
})

describe('an answer', () => {
  const forged = asSite(forger.issuer)
  async function read(claims: Record<string, unknown>) {
    const { asked } = await askOutside(forged, back)
    forger.claims = { nonce: asked.nonce, ...claims }
    const answer = new URL(back)
    answer.search = new URLSearchParams({ code: 'a code', state: asked.state }).toString()
    return readAnswer(forged, answer, asked)
  }
  const now = Math.floor(Date.now() / 1_000)

  it('that is right is read', async () => {
    expect(await read({ name: 'Tara' })).toEqual({ issuer: forger.issuer, subject: 'tara', label: 'Tara' })
  })

  it.each([
    ['from another issuer', { iss: 'https://evil.example' }],
    ['for another audience', { aud: 'another-wiki' }],
    ['with another nonce', { nonce: 'of another browser' }],
    ['without a nonce', { nonce: undefined }],
    ['that has expired', { exp: now - 600, iat: now - 700 }],
    ['about nobody', { sub: undefined }],
  ])('%s is refused', async (_, claims) => {
    await expect(read(claims)).rejects.toThrow()
  })
})

describe('GitHub', () => {
  it('is asked in its own way, with PKCE, and its answer is read from its own address', async () => {
    const github = {
      key: 'github' as const,
      name: 'GitHub',
      issuer: null,
      clientId: 'wiki',
      clientSecret: 's',
    }
    const { address, asked } = await askOutside(github, back)
    expect(address).toMatch(/^https:\/\/github\.com\/login\/oauth\/authorize\?/)
    expect(new URL(address).searchParams.has('code_challenge')).toBe(true)
    const asking: string[] = []
    vi.stubGlobal('fetch', async (at: string | URL) => {
      asking.push(String(at))
      return String(at).endsWith('/access_token')
        ? Response.json({ access_token: 'a token', token_type: 'bearer', scope: 'read:user' })
        : Response.json({ id: 583_231, login: 'octocat', email: 'somebody@example.org' })
    })
    const answer = new URL(`${back}?code=a&state=${asked.state}`)
    try {
      expect(await readAnswer(github, answer, asked)).toEqual({
        ...{ issuer: 'https://github.com/login/oauth', subject: '583231', label: 'octocat' },
      })
      expect(asking.at(-1)).toBe('https://api.github.com/user')
      await expect(readAnswer(github, answer, { ...asked, state: 'another' })).rejects.toThrow()
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
