import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isActionId, readActionForm, writeActionForm } from './action-form'
import { BUILT_FILES, hasDataSuffix, NOT_FOUND_PAGE } from './addresses'
import {
  BUILD_FOLDER,
  buildId,
  builtActions,
  builtFileAt,
  builtOperations,
  builtRoutes,
  STATIC_FOLDER,
  settingsOfBuild,
} from './build'
import { inlineScripts, isLeftToScripts, LINKED_SHEETS, OWN_SCRIPT, withoutFramework } from './documents'
import {
  ACTION_FORWARDED,
  ACTION_HEADER,
  ACTION_NOT_FOUND,
  FLIGHT_TYPE,
  isForScripts,
  isRouterHeader,
  NOT_FOR_VISITORS,
  nonceHeader,
} from './headers'
import { buildApplication, serveApplication } from './testing-application'

// What the installed framework does, on an application that it built: an upgrade that changes a habit fails here.

const FOLDER = join('test-results', 'framework-application')
const NONCE = 'bm9uY2Utb2YtdGhpcw=='

let address = ''
let end = async () => {}

beforeAll(async () => {
  await buildApplication(FOLDER)
  mkdirSync(join(FOLDER, STATIC_FOLDER, 'messages'))
  writeFileSync(join(FOLDER, STATIC_FOLDER, 'messages', 'en.js'), 'said()')
  // From here on whoever reads the settings anew, and does not take those of the build, fails.
  writeFileSync(join(FOLDER, 'next.config.mjs'), `throw new Error('the settings were read')\n`)
  ;({ address, end } = await serveApplication(FOLDER, settingsOfBuild(FOLDER)))
}, 180_000)
afterAll(async () => {
  await end()
  rmSync(FOLDER, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = nonceHeader(NONCE)) =>
  fetch(address + path, { headers, redirect: 'manual' })
const htmlOf = async (path: string) => (await get(path)).text()

describe('a build', () => {
  it('has a name, which its pages tell the client', async () => {
    const id = buildId(FOLDER)
    expect(id).toMatch(/^[\w-]{10,}$/)
    expect(await htmlOf('/wiki/A')).toContain(`\\"b\\":\\"${id}\\"`)
    expect(buildId(join(FOLDER, 'app'))).toBeNull()
  })

  it('lists its actions, with the pages that can call them', () => {
    const actions = builtActions(FOLDER)
    expect(actions).toMatchObject([{ name: 'save', routes: ['/'] }])
    expect(actions[0]?.file).toBe(join(FOLDER, 'app', 'actions.js'))
    expect(isActionId(actions[0]?.id ?? '')).toBe(true)
  })

  it('lists what it answers, and which of it are handlers', () => {
    expect(builtRoutes(FOLDER)).toEqual(['/', '/api/files/[...path]', '/broken', '/gone', '/wiki/[...title]'])
    const { actions, handlers } = builtOperations(FOLDER)
    expect([...actions]).toEqual(builtActions(FOLDER).map(({ id }) => id))
    const isHandler = (path: string) => handlers.some((pattern) => pattern.test(path))
    expect(['/api/files/a', '/api/files/a/b', '/api/files', '/wiki/A', '/'].map(isHandler)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('answers a file that is put to its own under their address, to be kept for good', async () => {
    const answer = await get(`${BUILT_FILES}messages/en.js`)
    expect([answer.status, await answer.text()]).toEqual([200, 'said()'])
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })
})

describe('a document', () => {
  it('links to its style sheets by addresses of files of the build', async () => {
    const links = [...(await htmlOf('/')).matchAll(LINKED_SHEETS)].map(([, href = '']) => href)
    expect(links).toHaveLength(1)
    const file = join(FOLDER, builtFileAt(links[0] ?? '') ?? 'none')
    expect(existsSync(file) && readFileSync(file, 'utf8')).toMatch(/\.a\s*\{\s*margin:\s*0/)
  })

  it('carries the nonce of the request on each inline script', async () => {
    const html = await htmlOf('/')
    const inline = [...html.matchAll(/<script\b([^>]*)>/g)].filter(
      ([, attributes]) => !/ src=/.test(attributes ?? ''),
    )
    const sealed = inlineScripts(html, NONCE)
    expect(sealed.length).toBeGreaterThan(1)
    expect(sealed).toHaveLength(inline.length)
    expect(inlineScripts(html, 'another')).toEqual([])
  })

  it.each(['/', '/wiki/A', NOT_FOUND_PAGE])(
    'is whole without the scripts, the data and the marks of the framework: %s',
    async (path) => {
      const html = await htmlOf(path)
      expect(html).toMatch(/<script [^>]*src="\/_next\/static\/.*__next_f.*<\/script>/s)
      const plain = withoutFramework(html)
      expect(plain.match(/<script|_next\/[^"]*\.js|__next|<!--|as="script"/g)).toBeNull()
      expect(plain).toMatch(/^<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"\/>/)
      expect(plain).toMatch(/<\/body><\/html>$/)
      expect([...plain.matchAll(LINKED_SHEETS)]).toHaveLength(1)
    },
  )

  it('keeps the wiki’s own scripts and blocks of data, and words that look like the framework’s', () => {
    const [attribute] = Object.keys(OWN_SCRIPT)
    const own = `<script ${attribute}="" type="module" src="/elements/a.js"></script><script type="application/ld+json">{}</script>`
    const words = '<p>self.__next_f.push &lt;script src=&quot;/_next/static/a.js&quot;&gt;</p>'
    expect(withoutFramework(own + words)).toBe(own + words)
  })

  it.each([
    ['an unknown script', '<script>other()</script>'],
    ['an unknown file', '<script src="/other.js" async=""></script>'],
    ['what puts a late part in its place', '<script nonce="n">$RC("B:0","S:0")</script>'],
    ['a part that is late', '<p><!--$?--><template id="B:0"></template><!--/$--></p>'],
    ['an error that only scripts show', '<html id="__next_error__"><head></head><body></body></html>'],
  ])('is refused where React does not run, when it has %s', (_, html) => {
    expect(() => withoutFramework(html)).toThrow('a page on which React does not run')
  })

  it('varies only with what the client’s router sends', async () => {
    const names = (await get('/')).headers.get('vary')?.split(/,\s*/) ?? []
    expect(names.filter((name) => name !== 'Accept-Encoding')).not.toEqual([])
    expect(names.filter((name) => !isRouterHeader(name) && name !== 'Accept-Encoding')).toEqual([])
  })

  it.each([
    ['/gone', 404],
    ['/broken', 500],
  ])('whose page fails after it began is left to scripts: %s', async (path, status) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(isForScripts(answer.headers.get('content-type') ?? '')).toBe(false)
    expect(isLeftToScripts(Buffer.from(await answer.arrayBuffer()))).toBe(true)
  })

  it('is written out in full for what is not there, at an address of its own', async () => {
    const patterns = readFileSync(join(FOLDER, BUILD_FOLDER, 'app-path-routes-manifest.json'), 'utf8')
    expect(Object.values(JSON.parse(patterns))).toContain(NOT_FOUND_PAGE)
    for (const path of [NOT_FOUND_PAGE, '/nothing']) {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(isLeftToScripts(Buffer.from(await answer.arrayBuffer()))).toBe(false)
    }
    expect(isLeftToScripts(Buffer.from(await htmlOf('/')))).toBe(false)
  })

  it('says what made it, which no visitor is told', async () => {
    expect((await get('/')).headers.has('x-powered-by')).toBe(true)
    expect(NOT_FOR_VISITORS).toContain('x-powered-by')
  })
})

describe('an address', () => {
  it.each(['/wiki/A.rsc', '/wiki/A.segments/_tree.segment.rsc'])(
    'that ends so is answered with data of another page: %s',
    async (path) => {
      expect(hasDataSuffix(path)).toBe(true)
      expect((await get(path)).headers.get('content-type')).toBe(FLIGHT_TYPE)
      expect((await get('/wiki/A')).headers.get('content-type')).toMatch(/^text\/html/)
    },
  )
})

describe('a form’s action', () => {
  const action = () => builtActions(FOLDER)[0]?.id ?? ''
  const call = (
    path: string,
    fields: [string, string][],
    headers: Record<string, string> = {},
    id = action(),
  ) => {
    const { contentType, body } = writeActionForm({ action: id, fields }, true)
    return fetch(address + path, {
      method: 'POST',
      headers: { [ACTION_HEADER]: id, 'content-type': contentType, origin: address, ...headers },
      body: new Uint8Array(body),
    })
  }

  it('is called from a script with the fields that it was written with', async () => {
    const answer = await call('/', [
      ['word', 'one'],
      ['word', 'two'],
    ])
    expect(answer.headers.get('content-type')).toBe(FLIGHT_TYPE)
    expect(isForScripts(FLIGHT_TYPE)).toBe(true)
    expect(await answer.text()).toContain('"told":"told one and two"')
    for (const name of NOT_FOR_VISITORS) expect(answer.headers.has(name)).toBe(false)
  })

  it('is called without a script by the fields of its page, and answers in the form that was sent', async () => {
    const hidden = [
      ...(await htmlOf('/')).matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?\/>/g),
    ]
    const sent = new FormData()
    for (const [, name = '', value = ''] of hidden) sent.append(name, value.replaceAll('&quot;', '"'))
    sent.append('word', 'by hand')
    const request = new Response(sent)
    const contentType = request.headers.get('content-type') ?? ''
    const form = await readActionForm(Buffer.from(await request.arrayBuffer()), contentType, undefined)
    expect(form).toEqual({
      action: action(),
      fields: [['word', 'by hand']],
      key: expect.stringMatching(/^k/),
    })

    if (!form) throw new Error('the form was not read')
    const written = writeActionForm(form, false)
    const headers = { 'content-type': written.contentType, origin: address }
    const answer = await fetch(`${address}/`, { method: 'POST', headers, body: new Uint8Array(written.body) })
    expect(await answer.text()).toContain('<output>told by hand</output>')
  })

  it('that set a cookie has the client’s router fetch its page anew, which no visitor is told', async () => {
    const answer = await call('/', [['cookie', 'yes']])
    expect(answer.headers.get('set-cookie')).toContain('saved=1')
    expect(NOT_FOR_VISITORS.filter((name) => answer.headers.has(name))).toEqual(['x-action-revalidated'])
  })

  it('of another build is answered with a header of its own', async () => {
    const answer = await call('/', [], {}, `60${'0'.repeat(40)}`)
    for (const [name, value] of Object.entries(ACTION_NOT_FOUND)) expect(answer.headers.get(name)).toBe(value)
  })

  it('that another page calls is forwarded to its own, unless the call says that it was', async () => {
    const forwarded = await call('/gone', [['word', 'from there']])
    expect(await forwarded.text()).toContain('told from there')
    const refused = await call('/gone', [['word', 'from there']], ACTION_FORWARDED)
    expect(await refused.text()).not.toContain('told')
    expect(refused.headers.get(Object.keys(ACTION_NOT_FOUND)[0] ?? '')).toBe('1')
  })
})
