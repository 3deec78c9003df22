import { describe, expect, test } from 'vitest'
import { wrongInRecords } from './records'

const index = (...rows: [name: string, status: string][]) =>
  rows
    .map(([name, status]) => `| [${name.slice(0, 3)}](${name}) | Title | what holds | ${status} |`)
    .join('\n')
const texts = (...names: string[]) => new Map(names.map((name) => [name, '# A title\n\nA decision.']))

describe('decision records', () => {
  test('with a status each are in order', () => {
    const rows = index(
      ['001-one.md', 'holds'],
      ['002-two.md', 'changed in part by 001, 003'],
      ['003-three.md', 'superseded by 001'],
    )
    expect(wrongInRecords({ index: rows, texts: texts('001-one.md', '002-two.md', '003-three.md') })).toEqual(
      [],
    )
  })

  test('have at most 350 words; marks of punctuation are none', () => {
    const long = (words: number) => new Map([['001-one.md', `- ${'word '.repeat(words)}`]])
    const rows = index(['001-one.md', 'holds'])
    expect(wrongInRecords({ index: rows, texts: long(350) })).toEqual([])
    expect(wrongInRecords({ index: rows, texts: long(351) })).toEqual([
      'docs/decisions/001-one.md: 351 words, at most 350',
    ])
  })

  test('are in the index, and the index names no others', () => {
    expect(wrongInRecords({ index: index(['002-gone.md', 'holds']), texts: texts('001-one.md') })).toEqual([
      'docs/decisions/001-one.md: not in the index',
      'docs/decisions/README.md: there is no record 002-gone.md',
    ])
  })

  test.each(['', 'fine', 'superseded by 009'])('a status “%s” is not known', (status) => {
    expect(wrongInRecords({ index: index(['001-one.md', status]), texts: texts('001-one.md') })).toEqual([
      `docs/decisions/README.md: 001-one.md has no status that is known: “${status}”`,
    ])
  })
})
