import { afterEach, describe, expect, test, vi } from 'vitest'
import { env } from './env'

afterEach(() => vi.unstubAllEnvs())

describe('what the environment decides', () => {
  test('has defaults where there is a sensible one', () => {
    for (const name of ['PORT', 'LORELEAF_ORIGIN', 'LORELEAF_TRUSTED_PROXIES']) vi.stubEnv(name, '')
    expect(env.port).toBe(3000)
    expect(env.origin).toBeUndefined()
    expect(env.trustedProxies).toBe(0)
  })

  test('speaks English unless told otherwise, and no language that there are no words of', () => {
    vi.stubEnv('LORELEAF_LANGUAGE', '')
    expect(env.language).toBe('en')
    vi.stubEnv('LORELEAF_LANGUAGE', 'tlh')
    expect(() => env.language).toThrow('LORELEAF_LANGUAGE must be one of en, not "tlh"')
    vi.stubEnv('LORELEAF_LANGUAGE', 'qps-plocm')
    expect(env.language).toBe('qps-plocm')
  })

  test('has none for a secret, and takes no short one', () => {
    vi.stubEnv('AUTH_SECRET', '')
    expect(() => env.authSecret).toThrow('AUTH_SECRET is not set.')
    vi.stubEnv('AUTH_SECRET', 'short')
    expect(() => env.authSecret).toThrow('at least 32 characters')
  })

  test('the role that owns the tables is the one of the application unless told otherwise', () => {
    vi.stubEnv('DATABASE_URL', 'postgres://app@db/wiki')
    vi.stubEnv('DATABASE_MIGRATION_URL', '')
    expect(env.migrationUrl).toBe('postgres://app@db/wiki')
    vi.stubEnv('DATABASE_MIGRATION_URL', 'postgres://owner@db/wiki')
    expect(env.migrationUrl).toBe('postgres://owner@db/wiki')
  })

  test('who listens, and who owns the tables, goes past a pooler', () => {
    vi.stubEnv('DATABASE_URL', 'postgres://app@pooler/wiki')
    vi.stubEnv('DATABASE_MIGRATION_URL', '')
    vi.stubEnv('DATABASE_DIRECT_URL', '')
    expect(env.directUrl).toBe('postgres://app@pooler/wiki')
    vi.stubEnv('DATABASE_DIRECT_URL', 'postgres://app@db/wiki')
    expect(env.directUrl).toBe('postgres://app@db/wiki')
    expect(env.migrationUrl).toBe('postgres://app@db/wiki')
    expect(env.databaseUrl).toBe('postgres://app@pooler/wiki')
  })

  test('those that serve do the jobs unless a separate worker does', () => {
    vi.stubEnv('LORELEAF_WORKER', '')
    expect(env.isWorkerSeparate).toBe(false)
    vi.stubEnv('LORELEAF_WORKER', 'separate')
    expect(env.isWorkerSeparate).toBe(true)
    vi.stubEnv('LORELEAF_WORKER', 'seperate')
    expect(() => env.isWorkerSeparate).toThrow('LORELEAF_WORKER must be "separate" or nothing')
  })

  test.each(['80a', '-1', '65536', '1.5', '0x50'])('refuses the port %s in a sentence', (port) => {
    vi.stubEnv('PORT', port)
    expect(() => env.port).toThrow(`PORT must be a whole number from 0 to 65535, not "${port}".`)
  })

  test('an origin is an address of the web, known without its path', () => {
    vi.stubEnv('LORELEAF_ORIGIN', 'https://wiki.example/')
    expect(env.origin).toBe('https://wiki.example')
    vi.stubEnv('LORELEAF_ORIGIN', 'ftp://wiki.example')
    expect(() => env.origin).toThrow('LORELEAF_ORIGIN')
  })

  test('a webhook takes an address and an origin, or is off', () => {
    for (const name of ['WEBHOOK_URL', 'LORELEAF_ORIGIN']) vi.stubEnv(name, '')
    expect(env.webhook).toBeUndefined()
    vi.stubEnv('WEBHOOK_URL', 'discord.com/api/webhooks/1/secret')
    expect(() => env.webhook).toThrow('WEBHOOK_URL must be an address')
    vi.stubEnv('WEBHOOK_URL', 'https://discord.com/api/webhooks/1/secret')
    expect(() => env.webhook).toThrow('LORELEAF_ORIGIN')
    vi.stubEnv('LORELEAF_ORIGIN', 'https://wiki.example/')
    expect(env.webhook).toEqual({
      url: 'https://discord.com/api/webhooks/1/secret',
      origin: 'https://wiki.example',
    })
  })

  test('mail takes a server, a sender and an origin, or is off', () => {
    for (const name of ['SMTP_URL', 'MAIL_FROM', 'LORELEAF_ORIGIN']) vi.stubEnv(name, '')
    expect(env.mail).toBeUndefined()
    vi.stubEnv('SMTP_URL', 'https://mail.example')
    expect(() => env.mail).toThrow('SMTP_URL')
    vi.stubEnv('SMTP_URL', 'smtps://wiki:secret@mail.example:465')
    expect(() => env.mail).toThrow('MAIL_FROM is not set')
    vi.stubEnv('MAIL_FROM', 'a wiki')
    expect(() => env.mail).toThrow('MAIL_FROM must be')
    vi.stubEnv('MAIL_FROM', 'Wiki <wiki@wiki.example>\r\nBcc: all@wiki.example')
    expect(() => env.mail).toThrow('MAIL_FROM must be')
    vi.stubEnv('MAIL_FROM', 'Wiki <wiki@wiki.example>')
    expect(() => env.mail).toThrow('LORELEAF_ORIGIN')
    vi.stubEnv('LORELEAF_ORIGIN', 'https://wiki.example/')
    expect(env.mail).toEqual({
      url: 'smtps://wiki:secret@mail.example:465',
      from: 'Wiki <wiki@wiki.example>',
      origin: 'https://wiki.example',
    })
  })
})
