import { ask } from './support/raw-request'
import { expect, test } from './support/story'

const shared = [
  '/',
  '/wiki/Olivia_Colman',
  '/facts/1',
  '/sources/1',
  '/history/Olivia_Colman',
  '/recent',
  '/log',
  '/revisions/100',
  '/open/facts/49',
  '/links/Olivia_Colman',
  '/info/Olivia_Colman',
  '/pages',
]
const personal = ['/search?q=Kit', '/sign-in', '/account', '/edit/Olivia_Colman', '/new/fact']

for (const [path, status] of [
  ['/wiki/Olivia_Colman', 200],
  ['/wiki/Nobody_has_written_this', 404],
  ['/facts/999999', 404],
  ['/sources/999999', 404],
  ['/history/Nobody_has_written_this', 404],
  ['/no/such/route', 404],
  ['/wiki/%', 400],
  ['/wiki/%C3%28', 400],
  ['/wiki/%2e%2e/review', 400],
  ['/wiki/../review', 400],
  ['/wiki/a%2Fb', 400],
  ['/wiki/a\\b', 400],
] as const) {
  test(`${path} is answered ${status}`, async () => {
    expect((await ask(path)).status).toBe(status)
  })
}

for (const [path, to] of [
  ['/wiki/Olivia_Colman/', '/wiki/Olivia_Colman'],
  ['/wiki/A/', '/wiki/A'],
  ['/wiki/%4Flivia_Colman', '/wiki/Olivia_Colman'],
  ['/wiki/olivia_colman', '/wiki/Olivia_Colman'],
  ['/wiki/Olivia%20Colman', '/wiki/Olivia_Colman'],
] as const) {
  test(`${path} leads on to ${to} for good`, async () => {
    const { status, location = '' } = await ask(path)
    expect(status).toBe(308)
    expect(new URL(location, 'http://wiki').pathname).toBe(to)
  })
}

test('a shared page is only read', async () => {
  expect((await ask('/wiki/Olivia_Colman', 'DELETE')).status).toBe(405)
  expect((await ask('/wiki/Olivia_Colman', 'POST')).status).toBe(405)
})

test('a form sent from another site is refused', async ({ request }) => {
  const foreign = { origin: 'https://elsewhere.example', 'content-type': 'text/plain' }
  expect((await ask('/sign-in', 'POST', foreign)).status).toBe(403)
  expect((await ask('/sign-in', 'POST')).status).toBe(403)
  const signOut = await request.post('/api/auth/sign-out', {
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(signOut.status()).toBe(403)
})

test('shared pages are the same bytes for everybody, private ones are kept by nobody', async ({
  request,
  owner: page,
}) => {
  for (const path of shared) {
    // Another story may publish between the two answers: then both are asked for again.
    await expect(async () => {
      const [owner, anybody] = [await page.request.get(path), await request.get(path)]
      expect(await owner.text(), path).toBe(await anybody.text())
      expect(owner.headers().etag, path).toBe(anybody.headers().etag)
      expect(owner.headers()['set-cookie'], path).toBeUndefined()
      expect(await owner.text(), path).not.toContain('loreleaf_session')
    }).toPass()
  }
  for (const path of [...personal, '/api/me']) {
    const answer = await page.request.get(path)
    expect(answer.headers()['cache-control'], path).toContain('no-store')
    expect(answer.headers()['cache-control'], path).toContain('private')
  }
})

test('every page names the scripts that may run, and none that stand in its text', async ({ request }) => {
  for (const path of [...shared, ...personal, '/wiki/Nobody_has_written_this']) {
    const policy = (await request.get(path)).headers()['content-security-policy'] ?? ''
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
    expect(scripts, path).toMatch(/'(sha256-|nonce-)/)
    expect(scripts, path).not.toContain('unsafe')
    expect(policy, path).toContain("default-src 'none'")
  }
})

test('what a visitor says in headers does not reach the renderer', async ({ request }) => {
  const plain = await (await request.get('/wiki/Kit_Connor')).text()
  const headers = {
    rsc: '1',
    'next-router-prefetch': '1',
    'x-middleware-subrequest': 'proxy',
    'content-security-policy': "script-src 'nonce-mine'",
  }
  const answer = await request.get('/wiki/Kit_Connor', { headers })
  expect(await answer.text()).toBe(plain)
})
