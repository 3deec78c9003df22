import { afterEach, describe, expect, it, vi } from 'vitest'
import { hintCookie, sessionCookie } from './cookies'

afterEach(() => vi.unstubAllEnvs())

describe('the cookies of somebody signed in', () => {
  it('the session is for no script, and comes with no request from another site that writes', () => {
    expect(sessionCookie().options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
  })

  it('the hint can be read by scripts, and says nothing but that asking is worth it', () => {
    expect(hintCookie()).toMatchObject({ name: 'loreleaf_hint', value: '1', options: { httpOnly: false } })
  })

  it('over https both are sent over https alone, and no other host can set the session', () => {
    vi.stubEnv('LORELEAF_ORIGIN', 'https://wiki.example')
    expect(sessionCookie().options.secure).toBe(true)
    expect(hintCookie().options.secure).toBe(true)
    expect(sessionCookie().name).toMatch(/^__Host-/)
  })

  it('over http, as on one’s own machine, they work too', () => {
    vi.stubEnv('LORELEAF_ORIGIN', 'http://localhost:3000')
    expect(sessionCookie()).toMatchObject({ name: 'loreleaf_session', options: { secure: false } })
  })
})
