import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { bodyExtensions } from '@/components/editor/extensions'
import type { Place } from '@/lib/errors/place'
import { message } from '@/lib/messages/message'
import { faultsKey, faultsPlugin, withFaults } from './faults-plugin'
import { blockAt } from './positions'

const schema = getSchema(bodyExtensions({ placeholder: '' }))
const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const cell = (lines: number) => ({
  type: 'tableCell',
  content: Array.from({ length: lines }, (_, at) => line(`line ${at}`)),
})
const cast = { type: 'table', content: [{ type: 'tableRow', content: [cell(1), cell(3)] }] }
const nested = (levels: number): object => ({
  type: 'bulletList',
  content: [{ type: 'listItem', content: [line('a'), ...(levels > 1 ? [nested(levels - 1)] : [])] }],
})
const documentOf = (...content: object[]) => schema.nodeFromJSON({ type: 'doc', content })

const place = (path: Place['path'], counted?: Place['counted']): Place => ({
  path,
  message: message('errors.content.tooDeep', 32),
  ...(counted && { counted }),
})
const fullCell = place(['body', 'content', 1, 'content', 0, 'content', 1], { of: 'children', most: 2 })

function marked(places: Place[], skipped = 0) {
  const doc = documentOf(line('before'), cast, nested(2), line('after'))
  const state = EditorState.create({ doc, plugins: [faultsPlugin(() => {})] })
  return state.apply(withFaults(state.tr, places, skipped))
}
const faultsIn = (state: EditorState) => faultsKey.getState(state)?.faults ?? []

describe('the marks of what was refused', () => {
  it('a place is found in its block, from the section that alone is edited too', () => {
    const doc = documentOf(line('before'), cast)
    expect(blockAt(doc, fullCell, 0)?.node.childCount).toBe(3)
    expect(blockAt(documentOf(cast), fullCell, 1)?.node.type.name).toBe('tableCell')
    expect(blockAt(documentOf(line('another section')), fullCell, 2)).toBeNull()
    expect(blockAt(doc, place(['statement', 0, 'text']), 0)?.pos).toBe(0)
  })

  it('stays where it is while something is written above it, and until what is counted fits', () => {
    let state = marked([fullCell])
    state = state.apply(state.tr.insertText('Much ', 1))
    const [fault] = faultsIn(state)
    if (!fault) throw new Error('nothing is marked')
    expect(fault.node.textContent).toBe('line 0line 1line 2')
    state = state.apply(state.tr.insertText('x', fault.pos + 2))
    expect(faultsIn(state)).toHaveLength(1)
    state = state.apply(state.tr.delete(fault.pos + 1, fault.pos + 10))
    expect(faultsIn(state)).toEqual([])
  })

  it('what is nested too deeply is mended by taking a list out, what cannot be counted by any change of it', () => {
    const deep = place(['body', 'content', 2, 'content', 0, 'content', 1], { of: 'lists', most: 1 })
    const odd = place(['body', 'content', 3])
    let state = marked([deep, odd])
    const [inList, after] = faultsIn(state)
    state = state.apply(state.tr.insertText('!', (after?.pos ?? 0) + 1))
    expect(faultsIn(state).map((fault) => fault.place)).toEqual([deep])
    const at = inList?.pos ?? 0
    state = state.apply(state.tr.delete(at, at + (inList?.node.nodeSize ?? 0)))
    expect(faultsIn(state)).toEqual([])
  })
})
