import { getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { attributes } from '@/lib/content/attributes'
import { bodyExtensions, leadExtensions, lineExtensions } from './extensions'
import { attributesInEditor, whileEditing } from './stored-schema'

const hooks = { placeholder: '' }

/** The editor's schema: nodes and marks with their attributes and defaults. */
function heldBy({ nodes, marks }: Schema): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries({ ...nodes, ...marks }).map(([type, { spec }]) => [
      type,
      Object.fromEntries(Object.entries(spec.attrs ?? {}).map(([name, attr]) => [name, attr.default])),
    ]),
  )
}

describe('the schema of an editor', () => {
  it('of a body has every node, mark and attribute that is stored, with its default, and no other', () => {
    const known = Object.keys(attributes).map((type) => [type, attributesInEditor(type)])
    expect(heldBy(getSchema(bodyExtensions(hooks)))).toEqual(Object.fromEntries(known))
  })

  it('of a lead or a line has no node, mark or attribute beyond those', () => {
    const narrow = [leadExtensions(hooks), lineExtensions(hooks, true), lineExtensions(hooks, false)]
    for (const extensions of narrow) {
      const held = heldBy(getSchema(extensions))
      for (const type of Object.keys(held)) expect(attributes, type).toHaveProperty(type)
      for (const [type, own] of Object.entries(held))
        for (const name of Object.keys(own)) expect(attributesInEditor(type), type).toHaveProperty(name)
    }
  })

  it('keeps for the time of editing only what the commands of a table need', () => {
    expect(Object.keys(whileEditing)).toEqual(['tableCell', 'tableHeader'])
  })
})
