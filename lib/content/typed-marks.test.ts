import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statementSchema } from './document'
import { plainText } from './plain-text'
import { typedLine } from './typed-marks'

const bold = { type: 'bold' }
const italic = { type: 'italic' }
const page = (title: string) => ({ type: 'wikiLink', attrs: { page: null, title } })
const web = (href: string) => ({ type: 'link', attrs: { href } })

test.each([
  ['He wore *blue*.', ['He wore ', ['blue', italic], '.']],
  ['**Never** again', [['Never', bold], ' again']],
  [
    '**a *b* c**',
    [
      ['a ', bold],
      ['b', bold, italic],
      [' c', bold],
    ],
  ],
  ['Says [[Joe Locke]].', ['Says ', ['Joe Locke', page('Joe Locke')], '.']],
  ['[[ Joe Locke |Joe]] and *[[Kit]]*', [['Joe', page('Joe Locke')], ' and ', ['Kit', italic, page('Kit')]]],
  ['See [it](https://a.example/b?c=d)!', ['See ', ['it', web('https://a.example/b?c=d')], '!']],
])('%s', (typed, pieces) => {
  expect(typedLine(typed)).toEqual(
    pieces.map((piece) => {
      const [text, ...marks] = typeof piece === 'string' ? [piece] : piece
      return { type: 'text', text, ...(marks.length > 0 && { marks }) }
    }),
  )
})

test.each([
  'M*A*S*H',
  '5 * 3 * 2',
  '**',
  '****',
  '*not closed',
  '[[ ]]',
  '[[|a]]',
  '[[a',
  '[it](javascript:alert(1))',
  '[it](ftp://a.example)',
  'https://a.example/*b*c',
])('%s stays as it is', (typed) => {
  expect(typedLine(typed)).toEqual([{ type: 'text', text: typed }])
})

test('a link in a link is words, and so is emphasis within itself', () => {
  expect(plainText(typedLine('[see [[Kit]]](https://a.example)'))).toContain('Kit')
  expect(typedLine('[[Kit|[a](https://a.example)]]').flatMap(({ marks }) => marks ?? [])).toHaveLength(1)
})

test('whatever is typed becomes a line that can be stored, soon', () => {
  const pieces = fc.constantFrom(
    '*',
    '**',
    '[[',
    ']]',
    '|',
    '](',
    ')',
    '[',
    ' ',
    'a',
    'é',
    'https://a.b/',
    '\n',
  )
  const typed = fc.array(pieces, { maxLength: 120 }).map((all) => all.join(''))
  fc.assert(
    fc.property(typed, (text) => {
      const line = typedLine(text)
      expect(statementSchema.safeParse(line).success).toBe(true)
    }),
  )
  for (const one of ['*a', '**a', '[[a', '[a](https://', '**a *b ', '*a* '])
    expect(plainText(typedLine(one.repeat(900)))).not.toBe('')
})
