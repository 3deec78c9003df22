import { builtRoutes } from '@/lib/framework/build'
import { actionNamed } from './support/operations/build'
import { callAction } from './support/operations/call-action'
import { queryNames } from './support/queries'
import { ask } from './support/raw-request'
import { expect, test } from './support/story'

/** What no page is called, and no number is: U+0000 alone and among letters, half a character, and more than anybody types. */
const odd = ['%00', 'a%00b', '%ED%A0%80', 'x'.repeat(6_000)]

const inSegments = (route: string, what: string) => route.replace(/\[[^\]]+\]/g, what)
const inQuery = (what: string) =>
  queryNames()
    .map((name) => `${name}=${what.slice(0, 200)}`)
    .join('&')

test('whatever an address holds, no page and no route of the build breaks over it', async ({
  moderator: page,
}) => {
  test.slow()
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const addresses = builtRoutes().flatMap((route) => [
    ...odd.map((what) => inSegments(route, what)),
    ...['%00', 'x'.repeat(200)].map((what) => `${inSegments(route, '1')}?${inQuery(what)}`),
  ])
  const broken: string[] = []
  const left = [...new Set(addresses)]
  const takeOn = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const { status = 0 } = await ask(path, 'GET', { cookie })
      if (status >= 500 || status === 0) broken.push(`${status} ${path.slice(0, 80)}`)
    }
  }
  await Promise.all([takeOn(), takeOn(), takeOn(), takeOn()])
  expect(broken).toEqual([])
  expect((await ask('/new/fact?about=%00')).status).toBe(200)
  expect((await ask('/edit/a%00b')).status).toBe(400)
  expect((await ask(`/pages/${'x'.repeat(6_000)}`)).status).toBe(404)
})

test('a summary without end is refused with a sentence, and others read meanwhile', async ({ request }) => {
  const endless = 'x'.repeat(300_000)
  const entry = { entryId: null, baseNumber: null, isMinor: false, content: {}, sources: [] }
  const json = JSON.stringify({ key: 'endless-summary', summary: endless, ...entry })
  const calls = [
    ['lib/pages/actions.ts savePage', '/new/page', { json }],
    ['lib/sources/actions.ts saveSource', '/new/source', { json }],
    ['lib/facts/actions.ts addFactAction', '/new/fact', { key: 'endless-summary', summary: endless }],
    ['lib/sources/actions.ts savePlainSource', '/new/source', { key: 'endless-summary', summary: endless }],
  ] as const
  const sent = Promise.all(
    calls.map(([name, path, fields]) =>
      callAction(request, { id: actionNamed(name).id, path }, { ...fields }),
    ),
  )
  // A page that is rendered, not one from memory.
  const read = Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      request.get(`/search?q=endless${at}`).then((answer) => answer.status()),
    ),
  )
  expect(await read).toEqual(Array(8).fill(200))
  for (const { word, text } of await sent) {
    expect(word).toBe('invalid')
    // The answer names the sentence; the form says it.
    expect(text).toContain('{"code":"errors.content.atMost","parameters":[300]}')
  }
})
