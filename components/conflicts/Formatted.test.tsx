import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { citationOf } from '@/lib/content/fresh-citation'
import { paragraph, table, text } from '@/lib/kinds/samples'
import { Formatted } from './Formatted'

const show = (value: unknown) =>
  renderToStaticMarkup(<Formatted value={value} name={(id) => `entry ${id}`} />)

test('marks, links and references are seen, and where they lead is said', () => {
  const html = show(
    paragraph(
      'a',
      text('bold', { type: 'bold' }),
      text('Joe', { type: 'wikiLink', attrs: { page: 3, title: null } }),
      text('out', { type: 'link', attrs: { href: 'https://example.org/' } }),
      { type: 'citation', attrs: citationOf(7) },
    ),
  )
  expect(html).toContain('<strong>bold</strong>')
  expect(html).toContain('→ entry 3')
  expect(html).toContain('→ https://example.org/')
  expect(html).toContain('[entry 7 · says yes')
  expect(html).not.toContain('href')
})

test('a closed passage is open to who settles a conflict in it, with its gate; a table is one', () => {
  const spoiler = {
    type: 'spoiler',
    attrs: { id: 's', gate: { kind: 'place', page: 9 } },
    content: [paragraph(null, 'He kisses him.')],
  }
  expect(show(spoiler)).toContain('until: entry 9')
  expect(show(spoiler)).toContain('He kisses him.')
  expect(show(table('t', ['Who'], ['Ann']))).toContain('<td dir="auto"><p dir="auto">Ann</p></td>')
})

test('a line, a name, a list of names and nothing are shown as what they are', () => {
  expect(show([text('2004')])).toBe('2004')
  expect(show('Joe <b>')).toBe('Joe &lt;b&gt;')
  expect(show([1, 2])).toBe('<p>entry 1</p><p>entry 2</p>')
  expect(show(null)).toBe('')
})
