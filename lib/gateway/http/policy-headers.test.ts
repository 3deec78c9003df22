import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashInlineScripts, privatePolicy, sharedPolicy } from './policy-headers'

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

const page = (nonce: string) =>
  `<link rel="preload" as="script" href="/a.js" nonce="${nonce}"><script src="/a.js" nonce="${nonce}"></script>` +
  `<script nonce="${nonce}">start("${nonce}")</script><script id="x" nonce="${nonce}">\nmore()\n</script>` +
  `<script>stolen()</script><script nonce="stripped">stolen()</script>`

describe('sealing a page', () => {
  it('hashes the inline scripts that carried the nonce, and no others, as they are sent', () => {
    const { html, hashes } = hashInlineScripts(page('n0nce'), 'n0nce')
    expect(hashes).toEqual([hashOf('start("stripped")'), hashOf('\nmore()\n')])
    expect(html).toContain('start("stripped")')
  })

  it('leaves the nonce nowhere, so that equal pages are equal bytes', () => {
    const one = hashInlineScripts(page('aaaa1111'), 'aaaa1111')
    const other = hashInlineScripts(page('bbbb2222'), 'bbbb2222')
    expect(one).toEqual(other)
    expect(one.html).not.toContain('aaaa1111')
  })
})

describe('the policies', () => {
  it('never allow inline scripts by a word, nor anything not named', () => {
    for (const policy of [sharedPolicy([hashOf('x')]), privatePolicy('n')]) {
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
    }
    expect(sharedPolicy([hashOf('x')])).not.toContain('nonce')
  })

  it('allow of style sheets within a page only those that are named', () => {
    const styles = (policy: string) => /style-src ([^;]*)/.exec(policy)?.[1]
    expect(styles(sharedPolicy([], [hashOf('.a{}')]))).toBe(`'self' '${hashOf('.a{}')}'`)
    expect(styles(sharedPolicy([hashOf('x')]))).toBe("'self'")
    expect(styles(privatePolicy('n'))).toBe("'self' 'nonce-n'")
  })
})
