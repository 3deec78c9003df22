import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { lineExtensions } from '@/components/editor/extensions'
import { openLinkQuery, openNaming } from './link-query'

const schema = getSchema(lineExtensions({ placeholder: '' }, true))

function typed(text: string) {
  const doc = schema.node('doc', null, [schema.node('paragraph', null, text ? schema.text(text) : [])])
  return openLinkQuery(EditorState.create({ doc, selection: TextSelection.atEnd(doc) }))
}

describe('a link that is being typed', () => {
  it('begins with two brackets', () => {
    expect(typed('plays [[Charlie Sp')).toMatchObject({ title: 'Charlie Sp', words: null, from: 7, to: 19 })
  })

  it('may name other words for it', () => {
    expect(typed('[[Joe Locke|Locke')).toMatchObject({ title: 'Joe Locke', words: 'Locke' })
  })

  it('is about to end after the first closing bracket', () => {
    expect(typed('[[Joe Locke]')).toMatchObject({ title: 'Joe Locke', isClosing: true })
  })

  it('is none after it was closed, with one bracket, or in plain words', () => {
    expect(typed('[[Joe Locke]] ')).toBeNull()
    expect(typed('[Joe')).toBeNull()
    expect(typed('Joe')).toBeNull()
    expect(typed('')).toBeNull()
  })
})

const link = schema.marks.wikiLink?.create({ page: 4, title: null })

/** What is offered at the end of a field with these words; those in a list are a link. */
function named(naming: 'page' | 'pages', ...parts: (string | [string])[]) {
  const nodes = parts.map((part) =>
    typeof part === 'string' ? schema.text(part) : schema.text(part[0], link ? [link] : []),
  )
  const doc = schema.node('doc', null, [schema.node('paragraph', null, nodes)])
  return openNaming(EditorState.create({ doc, selection: TextSelection.atEnd(doc) }), naming)
}

describe('a page that plain words name', () => {
  it('is named by all the words of a field for one page', () => {
    expect(named('page', 'Heartstopper, season')).toMatchObject({
      ...{ title: 'Heartstopper, season', from: 1, to: 21, isOffer: true },
    })
    expect(named('page')).toBeNull()
    expect(named('page', '  ')).toBeNull()
  })

  it('is named by the words behind the last comma or semicolon where there are several', () => {
    expect(named('pages', 'Iain Canning, Emile Sh')).toMatchObject({ title: 'Emile Sh', from: 15, to: 23 })
    expect(named('pages', ['Euros Lyn, director'], '; Andy')).toMatchObject({ title: 'Andy', from: 22 })
    expect(named('pages', 'Iain Canning, ')).toBeNull()
  })

  it('is none right behind a link, or in the brackets of a note', () => {
    expect(named('pages', ['Euros Lyn'], ' formerly')).toBeNull()
    expect(named('pages', ['Euros Lyn'], ' (season')).toBeNull()
    expect(named('page', ['Euros Lyn'], ', season')).toBeNull()
  })
})
