'use client'
import type { Editor } from '@tiptap/react'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Place } from '@/lib/errors/place'
import { type Fault, faultsKey, faultsPlugin, withFaults } from './faults-plugin'
import { caretIn } from './positions'

interface Faults {
  places: Place[]
  /** The place that its author is to be led to; a new object each time. */
  asked: { place: Place } | null
}

const Context = createContext<Faults>({ places: [], asked: null })

/** Tells the editors inside where their texts were refused, and which place to lead to. */
export function FaultsProvider({ children, ...faults }: Faults & { children: ReactNode }) {
  return <Context value={faults}>{children}</Context>
}

/** The field of a form that an editor is for, as refusals name it: `body`, `infobox.born`. */
const fieldOf = (id: string) => id.replace(/^field-/, '').replace(/^infobox-/, 'infobox.')

const isIn = (field: string, { path }: Place) => field.split('.').every((step, index) => step === path[index])

/**
 * Marks in an editor what was refused of its text, and leads there when it is asked to. Gives how many marks there are
 * now, null where this editor was given none; `skipped` blocks of the content stand before what it holds.
 */
export function useFaults(editor: Editor | null, id: string, skipped: number): number | null {
  const { places, asked } = useContext(Context)
  const [count, setCount] = useState<number | null>(null)

  // An editor has no view until it stands on the page, and needs no marks before it is refused.
  useEffect(() => {
    if (!editor || editor.isDestroyed) return
    const here = places.filter((place) => isIn(fieldOf(id), place))
    const isReady = faultsKey.get(editor.state) !== undefined
    if (here.length === 0 && !isReady) return
    if (!isReady) editor.registerPlugin(faultsPlugin((faults: Fault[]) => setCount(faults.length)))
    editor.view.dispatch(withFaults(editor.state.tr, here, skipped))
    const found = faultsKey.getState(editor.state)?.faults.length ?? 0
    setCount(found > 0 ? found : null)
  }, [editor, places, id, skipped])

  useEffect(() => {
    if (!editor || !asked) return
    const fault = faultsKey.getState(editor.state)?.faults.find((one) => one.place === asked.place)
    if (fault) leadTo(editor, fault)
  }, [editor, asked])

  return count
}

/** The caret in the block, and the block in sight: below what stands at the top and above what stands at the foot. */
function leadTo(editor: Editor, { pos, node }: Fault): void {
  editor.chain().setTextSelection(caretIn(node, pos)).focus(undefined, { scrollIntoView: false }).run()
  const element = editor.view.nodeDOM(pos)
  if (element instanceof HTMLElement)
    element.scrollIntoView({ block: element.offsetHeight > innerHeight / 2 ? 'start' : 'center' })
}
