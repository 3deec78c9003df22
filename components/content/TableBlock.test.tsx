import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { paragraph, table, text } from '@/lib/kinds/samples'
import { TableBlock } from './TableBlock'

const show = (block: ReturnType<typeof table>) =>
  renderToStaticMarkup(<TableBlock block={block} shown={{ names: new Map() }} />)

test('a table says what stands over which column, in a box that can be reached and scrolled by keyboard', () => {
  const cast = table('a', ['Actor', 'Part'], [[text('Kit', { type: 'bold' })] as never, '<i>Nick</i>'])
  expect(show({ ...cast, attrs: { id: 'a', caption: 'The cast' } })).toBe(
    '<div class="table-box" role="group" aria-label="The cast" tabindex="0"><table dir="auto">' +
      '<caption dir="auto">The cast</caption>' +
      '<thead><tr><th scope="col" dir="auto">Actor</th><th scope="col" dir="auto">Part</th></tr></thead>' +
      '<tbody><tr><td dir="auto"><strong>Kit</strong></td><td dir="auto">&lt;i&gt;Nick&lt;/i&gt;</td></tr></tbody>' +
      '</table></div>',
  )
})

test('a cell of several paragraphs shows them as such, a table without headings has none', () => {
  const bare = table('a', ['x'])
  const cell = { type: 'tableCell' as const, content: [paragraph(null, 'one'), paragraph(null, 'two')] }
  const html = show({ ...bare, content: [{ type: 'tableRow', content: [cell] }] })
  expect(html).toContain('<td dir="auto"><p dir="auto">one</p><p dir="auto">two</p></td>')
  expect(html).not.toContain('thead')
})
