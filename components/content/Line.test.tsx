import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { numberReferences } from '@/lib/citations/references'
import type { InlineNode, Mark } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import { Line } from './Line'

const names = new Map<number | string, { label: string; path: string; isGone: boolean }>([
  [1, { label: 'Joe Locke', path: '/wiki/Joe_Locke', isGone: false }],
  ['joe locke', { label: 'Joe Locke', path: '/wiki/Joe_Locke', isGone: false }],
  ['old page', { label: 'Old Page', path: '/wiki/Old_Page', isGone: true }],
  [2, { label: 'Old Page', path: '/wiki/Old_Page', isGone: true }],
])

const show = (...nodes: InlineNode[]) => renderToStaticMarkup(<Line nodes={nodes} shown={{ names }} />)
const words = (text: string, ...marks: Mark[]): InlineNode => ({ type: 'text', text, marks })
const wikiLink = (page: number | null, title: string | null = null): Mark => ({
  type: 'wikiLink',
  attrs: { page, title },
})

describe('a line', () => {
  test('shows what was typed, whatever it looks like', () => {
    expect(show(words('<script>alert(1)</script> & "so"'))).toBe(
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;',
    )
  })

  test('nests marks in the order in which they are stored', () => {
    expect(show(words('Locke', { type: 'bold' }, { type: 'italic' }))).toBe('<strong><em>Locke</em></strong>')
  })

  test('sends nobody’s reputation along to other sites', () => {
    expect(show(words('there', { type: 'link', attrs: { href: 'https://example.org/' } }))).toContain(
      'rel="nofollow"',
    )
  })

  test('leads to where a page is today, whatever the words of the link', () => {
    expect(show(words('he', wikiLink(1)))).toBe('<a href="/wiki/Joe_Locke">he</a>')
  })

  test('invites to write a page that is missing', () => {
    expect(show(words('her', wikiLink(null, 'Yasmin Finney')))).toBe(
      '<a class="red" href="/edit/Yasmin_Finney" title="Yasmin Finney (not written yet)">her</a>',
    )
  })

  test('leads to a page that has the title that was meant, however that was spelled', () => {
    expect(show(words('he', wikiLink(null, 'joe_LOCKE')))).toBe('<a href="/wiki/Joe_Locke">he</a>')
    expect(show(words('it', wikiLink(null, 'Old Page')))).toContain('class="red" href="/wiki/Old_Page"')
  })

  test('leads to where a deleted page says why it is gone', () => {
    expect(show(words('it', wikiLink(2)))).toContain('class="red" href="/wiki/Old_Page"')
  })

  test('shows the words alone when nothing is known of the page they meant', () => {
    expect(show(words('that', wikiLink(77)))).toBe('that')
  })

  test('raises the number of a reference that can be come back to', () => {
    const citation = citationOf(9)
    const { markOf } = numberReferences([citation])
    const html = renderToStaticMarkup(
      <Line nodes={[{ type: 'citation', attrs: citation }]} shown={{ names, markOf }} />,
    )
    expect(html).toBe('<a class="ref" role="doc-noteref" id="cite-1-a" href="#ref-1">1</a>')
  })
})
