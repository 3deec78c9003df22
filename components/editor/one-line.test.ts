import { getSchema } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { lineExtensions } from './extensions'
import { flattenPasted } from './one-line'

const schema = getSchema(lineExtensions({ placeholder: '' }, true))
const paragraph = (text: string) => schema.node('paragraph', null, schema.text(text))

describe('pasting into one line', () => {
  it('keeps every word of several paragraphs, with a space between them', () => {
    const pasted = new Slice(Fragment.fromArray([paragraph('first'), paragraph('second')]), 1, 1)
    const flat = flattenPasted(pasted, schema)
    expect(flat.content.textBetween(0, flat.content.size)).toBe('first second')
    expect(flat.content.content.every((node) => node.isInline)).toBe(true)
  })
})
