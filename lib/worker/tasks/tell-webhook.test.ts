import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  added,
  edited,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { withhold } from '@/lib/withholding/withhold'
import { tellWebhook } from './tell-webhook'

const { moderator } = await openTestWiki('moderator')

interface Message {
  allowed_mentions: object
  embeds: { title: string; url: string; description: string; author?: { name: string } }[]
}

const messages: Message[] = []
let answer = 204
const server = createServer(async (request, response) => {
  const body = await text(request)
  if (answer === 204) messages.push(JSON.parse(body))
  response.writeHead(answer).end()
})

const told = () => messages.splice(0).flatMap(({ embeds }) => embeds.map(({ title }) => title))

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv(
    'WEBHOOK_URL',
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/1/secret`,
  )
  vi.stubEnv('LORELEAF_ORIGIN', 'https://wiki.example')
})
afterAll(() => void server.close())

test('a webhook is told what was published since it was set, once, with links that lead to the wiki', async () => {
  await publishNew(moderator, 'page', pageContent('Before'))
  await tellWebhook()
  expect(told()).toEqual([])

  const id = await publishNew(moderator, 'page', pageContent('Rain', { a: 'It rians.' }))
  await publishNow(moderator, edited('page', id, 1, pageContent('Rain', { a: '@everyone: it rains.' })))
  await tellWebhook()
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({
    allowed_mentions: { parse: [] },
    embeds: [
      { title: 'Rain', url: expect.stringMatching(/^https:\/\/wiki\.example\/revisions\/\d+$/) },
      { title: 'Rain', author: { name: expect.any(String) } },
    ],
  })
  messages.splice(0)
  await tellWebhook()
  expect(told()).toEqual([])
})

test('what could not be told is told later, in order, ten in a message', async () => {
  answer = 500
  for (let n = 1; n <= 12; n += 1) await publishNew(moderator, 'source', sourceContent(`Talk ${n}`))
  await expect(tellWebhook()).rejects.toThrow('the webhook answered 500')
  answer = 204
  await tellWebhook()
  expect(messages.map(({ embeds }) => embeds.length)).toEqual([10, 2])
  expect(told()).toEqual(Array.from({ length: 12 }, (_, n) => `Talk ${n + 1}`))
})

test('it is told nothing of what not everybody may read', async () => {
  const gated = pageContent('Later', {}, { gate: { kind: 'unknown' } })
  await publishNow(moderator, added('page', gated))
  const id = await publishNew(moderator, 'page', pageContent('Kit', { a: 'one' }))
  await publishNow(moderator, edited('page', id, 1, pageContent('Kit', { a: 'canarywing' })))
  await publishNow(moderator, edited('page', id, 2, pageContent('Kit', { a: 'one' })))
  const range = { entryId: id, from: 2, to: 2, parts: ['text' as const, 'summary' as const] }
  await withhold(
    moderator,
    { ...range, strength: 'hidden', reason: 'unkind', words: null },
    { network: null },
  )
  await tellWebhook()
  expect(told()).toEqual(['Kit', 'Kit'])
})
