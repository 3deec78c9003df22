import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as headerNames from 'next/dist/client/components/app-router-headers'
import * as constants from 'next/dist/lib/constants'
import { getScriptNonceFromHeader } from 'next/dist/server/app-render/get-script-nonce-from-header'
import { RSCPathnameNormalizer } from 'next/dist/server/normalizers/request/rsc'
import { SegmentPrefixRSCPathnameNormalizer } from 'next/dist/server/normalizers/request/segment-prefix-rsc'
import { CLIENT_STATIC_FILES_PATH } from 'next/dist/shared/lib/constants'
import { UNDERSCORE_NOT_FOUND_ROUTE } from 'next/dist/shared/lib/entry-constants'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  BUILT_FILES,
  DATA_SUFFIX,
  hasDataSuffix,
  isFrameworkParameter,
  isFrameworkPath,
  NOT_FOUND_PAGE,
} from './addresses'
import { COMMAND, NO_TELEMETRY } from './command'
import { runsFirst } from './documents'
import {
  ACTION_HEADER,
  ACTION_NOT_FOUND,
  FLIGHT_TYPE,
  isRouterHeader,
  NOT_FOR_VISITORS,
  nonceHeader,
  nonceIn,
  ROUTER_STATE_HEADER,
} from './headers'

// What the installed framework's own sources say: an upgrade that calls a thing otherwise fails here.

const sourceOf = (file: string) => readFileSync(join('node_modules/next/dist', file), 'utf8')

describe('headers', () => {
  it('are called as the framework calls them', () => {
    expect(ACTION_HEADER).toBe(headerNames.ACTION_HEADER)
    expect(ROUTER_STATE_HEADER).toBe(headerNames.NEXT_ROUTER_STATE_TREE_HEADER)
    expect(FLIGHT_TYPE).toBe(headerNames.RSC_CONTENT_TYPE_HEADER)
    expect(Object.keys(ACTION_NOT_FOUND)).toEqual([headerNames.NEXT_ACTION_NOT_FOUND_HEADER])
    expect(NOT_FOR_VISITORS).toContain(headerNames.NEXT_ACTION_REVALIDATED_HEADER)
  })

  it('of the client’s router are known, each of them', () => {
    const names = [...headerNames.FLIGHT_HEADERS, headerNames.NEXT_URL]
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name) => !isRouterHeader(name))).toEqual([])
    expect(['cookie', 'accept-language', 'x-rsc'].filter(isRouterHeader)).toEqual([])
  })

  it('name a nonce, which the framework reads out of the same policy', () => {
    for (const nonce of [
      '0123456789abcdef0123456789abcdef',
      'bm9uY2Utb2YtdGhpcw==',
      'a+b/c+d/e+f/g+h/i+j/kA==',
    ]) {
      const { 'content-security-policy': policy } = nonceHeader(nonce)
      expect([getScriptNonceFromHeader(policy), nonceIn(policy)]).toEqual([nonce, nonce])
    }
    expect([nonceIn(null), nonceIn("script-src 'self'")]).toEqual([undefined, undefined])
  })

  it('tell the client’s router that an action is of another build', () => {
    const router = sourceOf('client/components/router-reducer/reducers/server-action-reducer.js')
    expect(router).toMatch(
      /NEXT_ACTION_NOT_FOUND_HEADER\)[^}]*=== '1'[^}]*throw new \S*UnrecognizedActionError/,
    )
  })
})

describe('addresses', () => {
  it('of files and pages of its own begin as ours say', () => {
    expect(BUILT_FILES).toBe(`/_next/${CLIENT_STATIC_FILES_PATH}/`)
    expect(NOT_FOUND_PAGE).toBe(UNDERSCORE_NOT_FOUND_ROUTE)
    expect([BUILT_FILES, NOT_FOUND_PAGE, '/wiki/_A'].map(isFrameworkPath)).toEqual([true, true, false])
  })

  it('of files are those that a proxy before the gateway may keep', () => {
    const [, kept] = /location ~ (\S+) \{/.exec(readFileSync('docker/nginx.conf', 'utf8')) ?? []
    expect(
      [BUILT_FILES, '/elements/en/entry.js', '/wiki/_next/static/'].map((path) =>
        new RegExp(kept ?? '').test(path),
      ),
    ).toEqual([true, true, false])
  })

  it('with the endings that make them another’s data are known', () => {
    expect(DATA_SUFFIX).toBe(constants.RSC_SUFFIX)
    const segment = `/wiki/A${constants.RSC_SEGMENTS_DIR_SUFFIX}/_tree${constants.RSC_SEGMENT_SUFFIX}`
    expect(new SegmentPrefixRSCPathnameNormalizer().match(segment)).toBe(true)
    expect(new RSCPathnameNormalizer().match(`/wiki/A${DATA_SUFFIX}`)).toBe(true)
    expect([segment, `/wiki/A${DATA_SUFFIX}`, '/wiki/A.RSC', '/wiki/A'].map(hasDataSuffix)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('have parameters that speak to the framework, and these are known', () => {
    const own = [
      headerNames.NEXT_RSC_UNION_QUERY,
      `${constants.NEXT_QUERY_PARAM_PREFIX}title`,
      `${constants.NEXT_INTERCEPTION_MARKER_PREFIX}title`,
    ]
    expect(own.filter((name) => !isFrameworkParameter(name))).toEqual([])
    expect(['q', 'rsc', 'next', '_rscs'].filter(isFrameworkParameter)).toEqual([])
  })
})

describe('a script that runs first', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is loaded by the framework’s bootstrap before it runs anything of the page', async () => {
    const happened: string[] = []
    const append = (script: { src: string; onload: () => void }) => {
      happened.push(script.src)
      script.onload()
    }
    const self: Record<string, unknown> = {}
    vi.stubGlobal('self', self)
    vi.stubGlobal('window', self)
    vi.stubGlobal('document', { createElement: () => ({}), head: { appendChild: append } })
    new Function('self', runsFirst('/_next/static/messages/a.js'))(self)
    const { appBootstrap } = await import('next/dist/client/app-bootstrap')
    await new Promise<void>((resolve) => {
      appBootstrap(() => {
        happened.push('hydrated')
        resolve()
      })
    })
    expect(happened).toEqual(['/_next/static/messages/a.js', 'hydrated'])
  })
})

describe('the command', () => {
  it('is where ours says, and sends nothing about its use where it is told not to', () => {
    const { bin } = JSON.parse(readFileSync('node_modules/next/package.json', 'utf8'))
    expect(COMMAND).toBe(join('node_modules/next', bin.next))
    for (const name of Object.keys(NO_TELEMETRY))
      expect(sourceOf('telemetry/storage.js')).toContain(`!!this.${name} ||`)
  })
})
