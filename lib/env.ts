import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { type FilesSetting, readFilesSetting } from '@/lib/env/files-setting'
import { type Language, languages, offeredLanguages } from '@/lib/env/languages'
import { type OutsideSetting, readOutside } from '@/lib/env/outside-setting'
import { type Provider, readProviders } from '@/lib/env/providers-setting'

/** An environment variable that is missing or invalid; the message is a sentence for the administrator. */
export class SettingError extends Error {}

/**
 * Settings from the environment, read when they are needed and never on import: the build and the tests import this
 * without any of them. The table in the README explains each.
 */
export const env = {
  /** The database, as the role that runs the application. */
  get databaseUrl(): string {
    return required('DATABASE_URL')
  },
  /**
   * The same database and role, not through a pooler, for LISTEN. Needed where `databaseUrl` leads through a pooler in
   * transaction mode.
   */
  get directUrl(): string {
    return process.env.DATABASE_DIRECT_URL || required('DATABASE_URL')
  },
  /** The database, as the role that owns the tables, not through a pooler; the same as `directUrl` by default. */
  get migrationUrl(): string {
    return process.env.DATABASE_MIGRATION_URL || this.directUrl
  },
  /**
   * The database, as the role that owns the schema of the jobs, not through a pooler; the same as `migrationUrl` by
   * default.
   */
  get workerUrl(): string {
    return process.env.DATABASE_WORKER_URL || this.migrationUrl
  },
  /** Signs cookies and keys hashes; at least 32 characters. */
  get authSecret(): string {
    const secret = required('AUTH_SECRET')
    if (secret.length < 32) throw new SettingError('AUTH_SECRET must have at least 32 characters.')
    return secret
  },
  /** The token for `/metrics`; without it there is no such page. At least 16 characters. */
  get metricsToken(): string | undefined {
    const token = process.env.METRICS_TOKEN
    if (!token) return undefined
    if (token.length < 16) throw new SettingError('METRICS_TOKEN must have at least 16 characters.')
    return token
  },
  /** Whether a separate process does the jobs (`scripts/processes/worker.ts`), so that those that serve do not. */
  get isWorkerSeparate(): boolean {
    const worker = process.env.LORELEAF_WORKER
    if (worker && worker !== 'separate') {
      throw new SettingError(`LORELEAF_WORKER must be "separate" or nothing, not "${worker}".`)
    }
    return worker === 'separate'
  },
  /** The folder of everything that is not in a database of one's own; an absolute path. */
  get dataFolder(): string {
    return resolve(process.env.LORELEAF_DATA || '.data')
  },
  /** The folder of what is being worked on; whatever is in it is of no use after a day. */
  get scratchFolder(): string {
    return join(this.dataFolder, 'scratch')
  },
  /** Where the bytes of files are stored. */
  get files(): FilesSetting {
    const setting = readFilesSetting(process.env.FILES_URL, this.dataFolder)
    if ('fault' in setting) throw new SettingError(setting.fault)
    return setting
  },
  /** The language of the wiki. */
  get language(): Language {
    const asked = process.env.LORELEAF_LANGUAGE || 'en'
    const found = languages.find((language) => language === asked)
    if (!found)
      throw new SettingError(
        `LORELEAF_LANGUAGE must be one of ${offeredLanguages.join(', ')}, not "${asked}".`,
      )
    return found
  },
  get port(): number {
    return wholeNumber('PORT', 3000, 65_535)
  },
  /** The public address, like `https://wiki.example`, without a trailing slash; nothing when it is not set. */
  get origin(): string | undefined {
    const origin = process.env.LORELEAF_ORIGIN
    if (!origin) return undefined
    if (!URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol)) {
      throw new SettingError('LORELEAF_ORIGIN must be an address like https://wiki.example')
    }
    return new URL(origin).origin
  },
  /** Whether readers use https, so that cookies can be `Secure`. */
  get isSecure(): boolean {
    return this.origin?.startsWith('https:') ?? false
  },
  /**
   * How mail is sent, from whom, and the origin of the links in it; nothing when no server is set. Refused without an
   * origin of our own: a link must not lead where a request's Host header says.
   */
  get mail(): { url: string; from: string; origin: string } | undefined {
    const url = process.env.SMTP_URL
    if (!url) return undefined
    if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || !new URL(url).hostname) {
      throw new SettingError('SMTP_URL must be an address like smtps://user:password@mail.example:465')
    }
    const from = required('MAIL_FROM')
    if (!/^(?:[^<>\r\n",;]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(from)) {
      throw new SettingError(
        'MAIL_FROM must be an address like wiki@wiki.example or Wiki <wiki@wiki.example>',
      )
    }
    if (!this.origin) {
      throw new SettingError(
        'To send mail LORELEAF_ORIGIN must be set, since the links in a mail lead there.',
      )
    }
    return { url, from, origin: this.origin }
  },
  /**
   * How the wiki learns of mail that comes back: the token of who tells it (`POST /api/bounces`), and the address that such
   * mail is sent back to, if not the sender's; nothing without a token.
   */
  get bounces(): { token: string; address: string | undefined } | undefined {
    const { BOUNCES_TOKEN: token, MAIL_BOUNCES: address } = process.env
    if (!token) return undefined
    if (token.length < 16) throw new SettingError('BOUNCES_TOKEN must have at least 16 characters.')
    if (address && !/^[^\s<>@,;+]+@[^\s<>@,;]+$/.test(address))
      throw new SettingError('MAIL_BOUNCES must be an address like bounces@wiki.example')
    return { token, address: address || undefined }
  },
  /**
   * The address that is told of recent changes in the form that Discord takes, and the origin of the links in them;
   * nothing when none is set. The address is a secret: whoever has it can write there.
   */
  get webhook(): { url: string; origin: string } | undefined {
    const url = process.env.WEBHOOK_URL
    if (!url) return undefined
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new SettingError('WEBHOOK_URL must be an address like https://discord.com/api/webhooks/1/secret')
    if (!this.origin)
      throw new SettingError('With a webhook LORELEAF_ORIGIN must be set, since its links lead there.')
    return { url, origin: this.origin }
  },
  /** The other sites whose accounts can sign in here; none where none is set. */
  get providers(): Provider[] {
    const providers = readProviders(process.env, this.origin)
    if ('fault' in providers) throw new SettingError(providers.fault)
    return providers
  },
  /** Whether, and for tests where, addresses outside are looked up. */
  get outside(): OutsideSetting {
    const setting = readOutside(process.env, this.origin)
    if ('fault' in setting) throw new SettingError(setting.fault)
    return setting
  },
  /** How many accounts may be made within an hour before making one takes some work (`lib/accounts/newcomers/`). */
  get signUpsAnHour(): number {
    return wholeNumber('LORELEAF_SIGN_UPS', 100, 1_000_000)
  },
  /** How many processes render; by default one for each core that the gateway leaves. */
  get renderers(): number {
    const otherwise = Math.max(1, availableParallelism() - 1)
    return Math.max(1, wholeNumber('LORELEAF_RENDERERS', otherwise, 64))
  },
  /** How much lower the system priority (nice value) of renderers is than the gateway's. */
  get rendererNiceness(): number {
    return wholeNumber('LORELEAF_RENDERER_NICENESS', 10, 19)
  },
  /** How many bytes of finished pages the gateway caches. */
  get pageMemory(): number {
    return wholeNumber('LORELEAF_MEMORY', 64, 1_000_000) * 1024 * 1024
  },
  /** How many proxies of our own are in front, each adding one address to `X-Forwarded-For`. */
  get trustedProxies(): number {
    return wholeNumber('LORELEAF_TRUSTED_PROXIES', 0, 10)
  },
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new SettingError(`${name} is not set.`)
  return value
}

function wholeNumber(name: string, otherwise: number, most: number): number {
  const text = process.env[name]
  if (!text) return otherwise
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= most) return number
  throw new SettingError(`${name} must be a whole number from 0 to ${most}, not "${text}".`)
}
