import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { FOLD } from '@/lib/framework/documents'
import type { BuiltSheet } from './built-sheet'
import { inlineSheets } from './inline-sheets'
import { partsOf } from './needed-sheet'

const FOLDER = '/_next/static/chunks/'
const link = (name: string) =>
  `<link rel="stylesheet" href="${FOLDER}${name}.css" nonce="n" data-precedence="next"/>`
const page = (head: string, body = '<main class="b">A</main><footer class="x">B</footer>') =>
  `<html><head>${head}</head><body>${body}</body></html>`
const sheet = (text: string): BuiltSheet => ({ text, parts: partsOf(text) })
const sheets: Record<string, BuiltSheet> = {
  [`${FOLDER}a.css`]: sheet('main{margin:0}'),
  [`${FOLDER}b.css`]: sheet('.b{margin:0}.x{margin:0}.y{margin:0}'),
}
const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
const inline = (html: string, options?: { attributes: string }) =>
  inlineSheets(html, (href) => sheets[href] ?? null, options)
const whole = (names: string) => `<link rel="stylesheet" href="/sheets/${names}.css"/><script> </script>`

describe('a page that is shown as soon as its beginning is there', () => {
  it('has the rules of its beginning in it, and all of its sheets as one file behind', () => {
    const { html, styles, scripts } = inline(page(`<title>A</title>${link('a')}${link('b')}`))
    expect(html).toBe(
      page(
        '<title>A</title><style>main{margin:0}</style><style>.b{margin:0}</style>',
        `<main class="b">A</main>${whole('a.b')}<footer class="x">B</footer>`,
      ),
    )
    expect(styles).toEqual([hash('main{margin:0}'), hash('.b{margin:0}')])
    expect(scripts).toEqual([hash(' ')])
  })

  it('begins where the fold says', () => {
    const body = `<main><h1>A</h1>${FOLD}<p class="b x">B</p></main>`
    const { html } = inline(page(link('a') + link('b'), body))
    expect(html).toBe(
      page('<style>main{margin:0}</style>', `<main><h1>A</h1>${whole('a.b')}<p class="b x">B</p></main>`),
    )
  })

  it('has no rules of what opens over it', () => {
    const body = '<nav popover="auto" class="b"><a class="x">B</a></nav><main>A</main>'
    expect(inline(page(link('a') + link('b'), body)).styles).toEqual([hash('main{margin:0}')])
  })

  it('has a nonce on what is inlined where it is given one', () => {
    const { html } = inline(page(link('a')), { attributes: ' nonce="n"' })
    expect(html).toContain('<style nonce="n">main{margin:0}</style>')
    expect(html).toContain('<script nonce="n"> </script>')
  })

  it('asks for the face of its text when all of the page is there', () => {
    const faces =
      '@font-face{font-family:A;src:url(/_next/a-1.2_x.woff2)format("woff2")}@font-face{src:url(/b.woff2)}'
    const { html } = inlineSheets(page(link('faces')), () => sheet(faces))
    const preload =
      '<link rel="preload" as="font" type="font/woff2" crossorigin="" href="/_next/a-1.2_x.woff2"/>'
    expect(html.endsWith(`<footer class="x">B</footer>${preload}</body></html>`)).toBe(true)
    expect(html.match(/preload/g)).toHaveLength(1)
  })

  it('links as before to a sheet that it cannot hold', () => {
    const html = page(link('elsewhere'))
    expect(inline(html)).toEqual({ html, styles: [], scripts: [] })
  })

  it('leaves alone what stands in the text, whatever it looks like', () => {
    const html = page('', `<main>${link('a')}</main>`)
    expect(inline(html)).toEqual({ html, styles: [], scripts: [] })
    expect(inline(link('a'))).toEqual({ html: link('a'), styles: [], scripts: [] })
  })
})
