import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aPage, fetchOutside } from './fetch-outside'
import { reachOf, startSite } from './testing'

/** What nobody outside may reach: a server on this machine, at a port that is allowed for this test. */
let victim: Awaited<ReturnType<typeof startSite>>
/** A host outside that leads on to wherever its path says. */
let attacker: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  vi.stubEnv('LORELEAF_OUTSIDE', '')
  victim = await startSite((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>secret</title>'),
  )
  attacker = await startSite((request, response) => {
    const to = decodeURIComponent((request.url ?? '').replace('/?', ''))
    // Characters beyond ASCII as their bytes, as servers send them.
    response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end()
  })
})

afterAll(async () => {
  await Promise.all([victim.stop(), attacker.stop()])
})

const names = {
  'inside.example': ['127.0.0.1'],
  'private.example': ['10.0.0.8'],
  'link-local.example': ['169.254.169.254'],
  'six.example': ['::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'nat64.example': ['64:ff9b::7f00:1'],
  'six-to-four.example': ['2002:7f00:1::'],
  'teredo.example': ['2001:0:7f00:1::'],
  'unique-local.example': ['fd00::1'],
  'mixed.example': ['93.184.216.34', '127.0.0.1'],
  'mixed-six.example': ['2606:4700::1111', '::1'],
  'nothing.example': [],
  'nonsense.example': ['localhost'],
}

const reach = () =>
  reachOf({ names, hosts: { 'attacker.example': attacker.port }, ports: [victim.port, attacker.port] })

const fetching = (address: string) => fetchOutside(address, aPage, reach(), { patience: 2_000 })

test('the victim would answer, were it a host outside', async () => {
  const hosts = { 'outside.example': victim.port }
  expect(await fetchOutside('http://outside.example/', aPage, reachOf({ hosts }))).toMatchObject({ ok: true })
  expect(victim.asked).toHaveLength(1)
  victim.asked.length = 0
})

/** Each is tried as it is and as the end of a redirect; `PORT` is the victim's. */
const ATTACKS = [
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://017700000001:PORT/',
  'http://0x7f.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://127。0。0。1:PORT/',
  'http://127.255.255.254:PORT/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[64:ff9b::127.0.0.1]:PORT/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[2001:0:7f00:1::]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[fd00::1]:PORT/',
  'http://[ff02::1]:PORT/',
  'http://localhost:PORT/',
  'http://LOCALHOST.:PORT/',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/',
  'http://anything.localhost:PORT/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1:PORT/',
  'http://10.0.0.8:PORT/',
  'http://192.168.0.1:PORT/',
  'http://198.18.0.1:PORT/',
  'http://255.255.255.255:PORT/',
  'http://news.example@127.0.0.1:PORT/',
  'http://news.example:80@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT#@news.example/',
  'http://127.0.0.1:PORT\\@news.example/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:PORT/_GET',
  'ftp://127.0.0.1:PORT/',
  'data:text/html,<title>secret</title>',
  'blob:http://127.0.0.1:PORT/x',
  'javascript:fetch("http://127.0.0.1:PORT/")',
  ...Object.keys(names).map((name) => `http://${name}:PORT/`),
]

describe.each(ATTACKS)('%s', (written) => {
  const address = () => written.replaceAll('PORT', String(victim.port))

  test('is not fetched', async () => {
    const outcome = await fetching(address())
    expect(outcome.ok).toBe(false)
    expect(victim.asked).toEqual([])
  })

  test('is not fetched where a host outside leads there', async () => {
    attacker.asked.length = 0
    const outcome = await fetching(`http://attacker.example/?${encodeURIComponent(address())}`)
    expect(outcome.ok).toBe(false)
    expect(attacker.asked).not.toEqual([])
    expect(victim.asked).toEqual([])
  })
})

describe('a name that answers otherwise the second time', () => {
  test('is asked once, and what was judged is what is connected', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']]
    let asked = 0
    const outcome = await fetchOutside(
      `http://rebinding.example:${victim.port}/`,
      aPage,
      { ...reach(), resolve: async () => answers[asked++] ?? [] },
      { patience: 700 },
    )
    expect(outcome.ok).toBe(false)
    expect(asked).toBe(1)
    expect(victim.asked).toEqual([])
  })

  test('is judged anew after each redirect', async () => {
    const answers: Record<string, string[][]> = { 'two-faced.example': [['127.0.0.1']] }
    const outcome = await fetchOutside(
      `http://attacker.example/?${encodeURIComponent(`http://two-faced.example:${victim.port}/`)}`,
      aPage,
      { ...reach(), resolve: async (host) => answers[host]?.shift() ?? [] },
      { patience: 2_000 },
    )
    expect(outcome).toEqual({ ok: false, why: 'inside' })
    expect(victim.asked).toEqual([])
  })
})

test('a redirect may not lead to another port, or with a name and password', async () => {
  for (const to of [
    'http://news.example:22/',
    'http://a:b@news.example/',
    '//127.0.0.1/',
    'https:127.0.0.1',
  ]) {
    const outcome = await fetching(`http://attacker.example/?${encodeURIComponent(to)}`)
    expect(outcome, to).toEqual({ ok: false, why: 'inside' })
  }
  expect(victim.asked).toEqual([])
})
