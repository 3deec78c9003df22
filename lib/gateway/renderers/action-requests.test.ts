import http from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readActionForm } from '@/lib/framework/action-form'
import { malformedBodies, multipart, posted, sentByScript } from '@/lib/framework/testing-bodies'
import { soundActionsOnly } from './action-requests'

const ACTION = '7f24eff7cacd144bb819612dd1c01cd9ba3ae95cd3'
const OTHER_BUILD = `7f${'0'.repeat(40)}`

/** What got past, as the framework would read it. */
const passed: { action: string | undefined; form: [string, string][] }[] = []
let address: string
const server = http.createServer(
  soundActionsOnly(
    async (req, res) => {
      const body: Buffer[] = []
      for await (const chunk of req) body.push(chunk)
      const headers = { 'content-type': req.headers['content-type'] ?? '' }
      const form = body.length > 0 ? await new Response(Buffer.concat(body), { headers }).formData() : []
      passed.push({ action: req.headers['next-action']?.toString(), form: [...form] as [string, string][] })
      res.end('passed')
    },
    { actions: new Set([ACTION]), handlers: [/^\/api\/auth\/sign-out$/] },
  ),
)

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve))
  address = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

async function send(path: string, init: RequestInit) {
  passed.length = 0
  const answer = await fetch(address + path, { method: 'POST', ...init })
  return { status: answer.status, text: await answer.text(), answer }
}

describe('a call of an action', () => {
  it('from a script is passed on with its fields and without the state that it claims', async () => {
    const { body, headers } = sentByScript(
      ACTION,
      [
        ['name', 'Aled "Last" \n Ñ'],
        ['$x', 'y'],
        ['name', 'twice'],
      ],
      {
        state: 'refused',
        typed: { a: '$F1', b: '$$money' },
      },
    )
    expect(await send('/account', { body, headers })).toMatchObject({ status: 200 })
    expect(passed).toEqual([
      {
        action: ACTION,
        form: [
          ['_1_name', 'Aled "Last" \n Ñ'],
          ['_1_$x', 'y'],
          ['_1_name', 'twice'],
          ['0', '[{"state":"idle"},"$K1"]'],
        ],
      },
    ])
  })

  it('without a script, likewise', async () => {
    const { body, headers } = posted(ACTION, [['words', 'one\r\ntwo']])
    expect(await send('/account', { body, headers })).toMatchObject({ status: 200 })
    expect(passed).toEqual([
      {
        action: undefined,
        form: [
          ['$ACTION_REF_1', ''],
          ['$ACTION_1:0', `{"id":"${ACTION}","bound":"$@1"}`],
          ['$ACTION_1:1', '[{"state":"idle"}]'],
          ['$ACTION_KEY', 'k1'],
          ['words', 'one\r\ntwo'],
        ],
      },
    ])
  })

  it('is passed on with whatever a person may have typed', async () => {
    const names = fc.stringMatching(/^[a-z]{1,8}$/)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(names, fc.string({ unit: 'grapheme' })), { maxLength: 6 }),
        async (fields) => {
          const { body, headers } = sentByScript(ACTION, fields)
          expect((await send('/account', { body, headers })).status).toBe(200)
          expect(passed[0]?.form.slice(0, -1)).toEqual(fields.map(([name, value]) => [`_1_${name}`, value]))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('of another build is told so: to the script of the page, or to the person', async () => {
    const byScript = sentByScript(OTHER_BUILD, [])
    const told = await send('/account', byScript)
    expect(told.status).toBe(404)
    expect(told.answer.headers.get('x-nextjs-action-not-found')).toBe('1')
    const byHand = await send('/account', posted(OTHER_BUILD, []))
    expect(byHand).toMatchObject({ status: 404, text: expect.stringContaining('your text is still there') })
    expect(passed).toEqual([])
  })
})

describe('what is no such call is refused and reaches nothing', () => {
  it.each(malformedBodies(ACTION))('%s', async (_, { body, headers }) => {
    expect(await send('/account', { body, headers })).toMatchObject({ status: 400 })
    expect(passed).toEqual([])
  })

  it('however a body is cut or changed, it is refused or still a form of text', async () => {
    const { body, headers } = sentByScript(ACTION, [
      ['name', 'Aled'],
      ['json', '{"a":[1,2,{"b":"c"}]}'],
    ])
    const sound = Buffer.from(body)
    const [places, bytes] = [fc.nat(sound.length - 1), fc.uint8Array({ maxLength: 4 })]
    await fc.assert(
      fc.asyncProperty(places, bytes, fc.nat(3), async (at, put, out) => {
        const changed = Buffer.concat([sound.subarray(0, at), put, sound.subarray(at + out)])
        const form = await readActionForm(changed, headers['content-type'] ?? '', ACTION)
        for (const field of form?.fields ?? [])
          expect(field.every((part) => typeof part === 'string')).toBe(true)
      }),
    )
    for (let end = 0; end < sound.length - 6; end += 1)
      expect(await readActionForm(sound.subarray(0, end), headers['content-type'] ?? '', ACTION)).toBeNull()
  })

  it.each(['PUT', 'PATCH', 'DELETE'])('%s of a page', async (method) => {
    const { status, answer } = await send('/account', { method, ...multipart([]) })
    expect([status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
    expect(passed).toEqual([])
  })
})

it('reading, and what answers by itself, is passed on as it is', async () => {
  expect((await send('/account', { method: 'GET' })).status).toBe(200)
  expect((await send('/api/auth/sign-out', { body: '' })).status).toBe(200)
  expect((await send('/api/auth/sign-out/more', { body: '' })).status).toBe(400)
})
