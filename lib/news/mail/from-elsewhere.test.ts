import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { edited, holdBack, newKey, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import type { OwnRoute } from '@/lib/gateway/http/own-routes'
import { decline } from '@/lib/review/turn-down'
import { bouncesRoute } from './bounces/bounces-route'
import { newsByMail } from './testing'
import { unsubscribeRoute } from './unsubscribe-route'

const { moderator } = await openTestWiki('moderator')
const { mailbox, reachable, post } = await newsByMail()

/** A server with both routes, as the gateway hands requests to them. */
const server = createServer((req, res) => {
  const target = req.url ?? ''
  const route: OwnRoute = target.startsWith('/api/bounces') ? bouncesRoute : unsubscribeRoute
  void route.answer(req, res, { target, words: [target.split('/')[2] ?? ''] }, () => true)
})
let home: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))
})
afterAll(() => void server.close())

async function mailed() {
  const { actor, address } = await reachable()
  const id = await holdBack(actor, edited('page', 1, 1, pageContent('Truham', { p: newKey() })))
  await decline(moderator, { submissionId: id, roundNumber: 1, key: newKey(), reason: 'No source.' })
  await post(actor)
  return { actor, address, mail: await mailbox.next(address) }
}

describe('the address in the header of a mail', () => {
  test('ends such mails by one request of a mail program, and only by that', async () => {
    const { actor, mail } = await mailed()
    const [, url = ''] = /^List-Unsubscribe: <https:\/\/wiki\.example(.+)>$/m.exec(mail.headers) ?? []
    const asked = (init: RequestInit) => fetch(home + url, { redirect: 'manual', ...init })
    const families = () => readRows(`select family from mail_choice where account_id = ${actor.id}`)
    const looked = await asked({})
    expect([looked.status, looked.headers.get('location')]).toEqual([
      303,
      url.replace('/unsubscribe/', '/mail/'),
    ])
    expect((await asked({ method: 'POST', body: 'anything' })).status).toBe(400)
    expect((await asked({ method: 'DELETE' })).status).toBe(405)
    expect(await families()).toHaveLength(1)
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    for (const body of [new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), form]) {
      const answer = await asked({ method: 'POST', body })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toContain('no-store')
      expect(answer.headers.get('x-robots-tag')).toBe('noindex')
      expect(await families()).toEqual([])
    }
    const forged = await fetch(`${home}${url}x`, { method: 'POST', body: 'List-Unsubscribe=One-Click' })
    expect(forged.status).toBe(404)
  })
})

describe('mail that comes back later', () => {
  const TOKEN = 'a token of the mail server'
  beforeEach(() => {
    vi.stubEnv('BOUNCES_TOKEN', TOKEN)
    vi.stubEnv('MAIL_BOUNCES', 'bounces@wiki.example')
  })
  const told = (body: unknown, token = TOKEN) =>
    fetch(`${home}/api/bounces`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${token}` } },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }).then(({ status }) => status)
  const isRefused = async ({ id }: { id: number }) => {
    const [row] = await readRows(`select email_refused_at is not null as is from account where id = ${id}`)
    return row?.is
  }

  test('is told by its return path, which says whose it was, or by its recipient', async () => {
    const { actor, address, mail } = await mailed()
    expect(mail.returnPath).toMatch(new RegExp(`^bounces\\+${actor.id}-[0-9a-f]{20}@wiki\\.example$`))
    expect(await told({ address: mail.returnPath }, 'another token, of nobody')).toBe(401)
    expect(await told({ address: mail.returnPath.replace(/-./, '-x') })).toBe(204)
    expect(await told('nothing')).toBe(400)
    expect(await told({ address: 'nothing' })).toBe(400)
    expect(await told({ address: 'x'.repeat(20_000) })).toBe(400)
    expect(await isRefused(actor)).toBe(false)
    expect(await told({ address: mail.returnPath.toUpperCase() })).toBe(204)
    expect(await isRefused(actor)).toBe(true)
    const { actor: other, address: another } = await mailed()
    expect(await told({ address: another })).toBe(204)
    expect(await isRefused(other)).toBe(true)
    expect(address).not.toBe(another)
  })

  test('is told to nobody without a token', async () => {
    vi.stubEnv('BOUNCES_TOKEN', '')
    expect(await told({ address: 'a@example.org' })).toBe(404)
  })
})
