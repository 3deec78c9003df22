import { describe, expect, it } from 'vitest'
import { readForm, typedIn } from './read-form'

const form = (fields: [string, string | Blob][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}
const read = (fields: [string, string | Blob][]) => {
  const outcome = readForm(form(fields))
  return outcome.ok ? outcome.input : outcome.reason
}

describe('a form as an operation gets it', () => {
  it('is its fields, lists where a name comes several times, without files and React’s own fields', () => {
    expect(
      read([
        ['$ACTION_ID_1', ''],
        ['title', 'Joe Locke'],
        ['category', 'Cast'],
        ['category', 'Musicians'],
        ['photo', new Blob(['x'])],
      ]),
    ).toEqual({ title: 'Joe Locke', category: ['Cast', 'Musicians'], photo: undefined })
  })

  it('has what its JSON holds beside the other fields', () => {
    expect(
      read([
        ['summary', 'typo'],
        ['json', '{"key":"abc","items":[]}'],
      ]),
    ).toEqual({ summary: 'typo', key: 'abc', items: [] })
  })

  it.each([
    ['no JSON', '{"a":'],
    ['a list', '[]'],
    ['a number', '1'],
    ['null', 'null'],
    ['20,000 levels', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['too long', `{"a":"${'x'.repeat(1_600_000)}"}`],
  ])('is refused when its JSON is %s', (_, json) => {
    expect(read([['json', json]])).toBe('invalid')
  })

  it.each([
    ['nothing', undefined],
    ['an object', { name: 'Tara' }],
    ['a list', [['name', 'Tara']]],
    ['201 fields', form(Array.from({ length: 201 }, (_, n) => [`field${n}`, 'x']))],
    ['one name 30,000 times', form(Array.from({ length: 30_000 }, () => ['name', '']))],
  ])('is refused, and nothing of it goes back, when what was sent is %s', (_, sent) => {
    expect(readForm(sent)).toMatchObject({ ok: false, reason: 'invalid' })
    expect(typedIn(sent)).toEqual({})
  })

  it('counts no brackets inside strings', () => {
    expect(read([['json', JSON.stringify({ text: `\\"${'['.repeat(500)}` })]])).toEqual({
      text: `\\"${'['.repeat(500)}`,
    })
  })

  it('goes back as it was typed, but for passwords', () => {
    const typed = typedIn(
      form([
        ['name', ' Tara '],
        ['password', 'secret'],
        ['newPassword', 'secret'],
        ['json', '{"broken'],
      ]),
    )
    expect(typed).toEqual({ name: ' Tara ', json: '{"broken' })
  })
})
