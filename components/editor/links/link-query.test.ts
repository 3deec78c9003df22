import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { lineExtensions } from '@/components/editor/extensions'
import { openLinkQuery } from './link-query'

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
