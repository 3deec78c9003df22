import { getSchema } from '@tiptap/core'
import { Fragment, type Node as ProseMirrorNode, Slice } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { findWrapping } from '@tiptap/pm/transform'
import { describe, expect, it } from 'vitest'
import { blockIdsPlugin } from './block-ids'
import { bodyExtensions } from './extensions'

const schema = getSchema(bodyExtensions({ placeholder: '' }))
const plugin = blockIdsPlugin()

const paragraph = (id: string | null, text: string) =>
  schema.node('paragraph', { id }, text ? schema.text(text) : [])

const stateOf = (...blocks: ProseMirrorNode[]) =>
  EditorState.create({ doc: schema.node('doc', null, blocks), plugins: [plugin] })

const idsOf = (document: ProseMirrorNode) => document.content.content.map((block) => block.attrs.id)

describe('the ids of blocks', () => {
  it('a block that is split keeps its id in front and the rest gets a new one', () => {
    const state = stateOf(paragraph('one', 'headtail'))
    const { doc } = state.apply(state.tr.split(5)) // the copy has the same id until the plugin has seen it
    expect(idsOf(doc)[0]).toBe('one')
    expect(idsOf(doc)[1]).toMatch(/^[a-z0-9]{12}$/)
  })

  it('two blocks that are joined keep the first id', () => {
    const state = stateOf(paragraph('one', 'head'), paragraph('two', 'tail'))
    expect(idsOf(state.apply(state.tr.join(6)).doc)).toEqual(['one'])
  })

  it('a paragraph that becomes a quotation keeps its id as the quotation’s', () => {
    const state = stateOf(paragraph('one', 'words'))
    const range = state.doc.resolve(1).blockRange()
    const wrapping = range && findWrapping(range, schema.nodes.blockquote as never)
    if (!range || !wrapping) throw new Error('a paragraph can be quoted')
    const { doc } = state.apply(state.tr.wrap(range, wrapping))
    expect(doc.firstChild?.type.name).toBe('blockquote')
    expect(idsOf(doc)).toEqual(['one'])
    expect(doc.firstChild?.firstChild?.attrs.id).toBeNull()
  })

  it('a copy that is pasted gets ids of its own, a block that was cut and moved keeps its', () => {
    const state = stateOf(paragraph('one', 'here'))
    const slice = new Slice(Fragment.fromArray([paragraph('one', 'copy'), paragraph('moved', 'there')]), 0, 0)
    const transform = plugin.props.transformPasted as (slice: Slice, view: unknown) => Slice
    const pasted = transform.call(plugin as never, slice, { state })
    expect(pasted.content.content.map((block) => block.attrs.id)).toEqual([null, 'moved'])
  })

  it('blocks that come without ids get different ones', () => {
    const state = stateOf(paragraph('one', 'a'))
    const { doc } = state.apply(state.tr.insert(3, [paragraph(null, 'b'), paragraph(null, 'c')]))
    expect(new Set(idsOf(doc)).size).toBe(3)
    expect(idsOf(doc).every(Boolean)).toBe(true)
  })

  it('two blocks that were wrapped around the same id do not both inherit it', () => {
    const quote = () => schema.node('blockquote', null, [paragraph('one', 'words')])
    const state = stateOf(paragraph('other', ''))
    const { doc } = state.apply(state.tr.insert(0, [quote(), quote()]))
    const ids = idsOf(doc)
    expect(ids[0]).toBe('one')
    expect(new Set(ids).size).toBe(3)
  })
})
