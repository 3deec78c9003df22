import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inlineSheets } from './inline-sheets'
import { type Parts, partsOf } from './needed-sheet'

const link = (href: string) => `<link rel="stylesheet" href="${href}" nonce="n" data-precedence="next"/>`
const page = (head: string, body = '<main class="b">A</main>') =>
  `<html><head>${head}</head><body>${body}</body></html>`
const sheets: Record<string, Parts> = {
  '/a.css': partsOf('main{margin:0}'),
  '/b.css': partsOf('.b{margin:0}.x{margin:0}.y{margin:0}'),
}
const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
const inline = (html: string) => inlineSheets(html, (href) => sheets[href] ?? null)

describe('a page that is shown as soon as it is there', () => {
  it('has in it what it linked to, in the same order, and says how the policy can allow it', () => {
    const { html, hashes } = inline(page(`<title>A</title>${link('/a.css')}${link('/b.css')}`))
    expect(
      [...html.matchAll(/<style data-sheet="([^"]+)">(.*?)<\/style>/g)].map(([, ...all]) => all),
    ).toEqual([
      ['/a.css', 'main{margin:0}'],
      ['/b.css', '.b{margin:0}'],
    ])
    expect(hashes).toEqual([hash('main{margin:0}'), hash('.b{margin:0}')])
  })

  it('has its sheets where their links were, with a nonce where it is given one', () => {
    expect(inline(page(link('/a.css'))).html).toBe(page('<style data-sheet="/a.css">main{margin:0}</style>'))
    const { html } = inlineSheets(page(link('/a.css')), (href) => sheets[href] ?? null, {
      attributes: ' nonce="n"',
    })
    expect(html).toBe(page('<style data-sheet="/a.css" nonce="n">main{margin:0}</style>'))
  })

  it('has only rules that say something of it, or of what scripts will put there', () => {
    const bare = page(link('/a.css') + link('/b.css'), '<main>A</main>')
    expect(inline(bare)).toEqual({
      html: page('<style data-sheet="/a.css">main{margin:0}</style>', '<main>A</main>'),
      hashes: [hash('main{margin:0}')],
    })
    const later = new Set(['.x'])
    expect(inlineSheets(bare, (href) => sheets[href] ?? null, { later }).hashes).toEqual([
      hash('main{margin:0}'),
      hash('.x{margin:0}'),
    ])
  })

  it('asks for the face of its text when all of the page is there', () => {
    const faces =
      '@font-face{font-family:A;src:url(/_next/a-1.2_x.woff2)format("woff2")}@font-face{src:url(/b.woff2)}'
    const { html } = inlineSheets(page(link('/faces.css')), () => partsOf(faces))
    const preload =
      '<link rel="preload" as="font" type="font/woff2" crossorigin="" href="/_next/a-1.2_x.woff2"/>'
    expect(html.endsWith(`<main class="b">A</main>${preload}</body></html>`)).toBe(true)
    expect(html.match(/preload/g)).toHaveLength(1)
  })

  it('links as before to a sheet that it cannot hold', () => {
    const html = page(link('/elsewhere.css'))
    expect(inline(html)).toEqual({ html, hashes: [] })
  })

  it('leaves alone what stands in the text, whatever it looks like', () => {
    const html = page('', `<main>${link('/a.css')}</main>`)
    expect(inline(html)).toEqual({ html, hashes: [] })
    expect(inline(link('/a.css'))).toEqual({ html: link('/a.css'), hashes: [] })
  })
})
