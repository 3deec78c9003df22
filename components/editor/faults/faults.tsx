'use client'
import type { Editor } from '@tiptap/react'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Place } from '@/lib/errors/place'
import { type Fault, faultsKey, faultsPlugin, withFaults } from './faults-plugin'
import { caretIn } from './positions'

interface Faults {
  places: Place[]
  /** The place to scroll to; a new object each time. */
  asked: { place: Place } | null
}

const Context = createContext<Faults>({ places: [], asked: null })

/** Tells the editors inside which places were refused, and which one to scroll to. */
export function FaultsProvider({ children, ...faults }: Faults & { children: ReactNode }) {
  return <Context value={faults}>{children}</Context>
}

/** The name of an editor's field in refusals: `body`, `infobox.born`. */
const fieldOf = (id: string) => id.replace(/^field-/, '').replace(/^infobox-/, 'infobox.')

const isIn = (field: string, { path }: Place) => field.split('.').every((step, index) => step === path[index])

/**
 * Marks in an editor what was refused of its text, and scrolls there when asked. Gives the current number of marks,
 * null where this editor has none; `skipped` blocks of the content come before what it holds.
 */
export function useFaults(editor: Editor | null, id: string, skipped: number): number | null {
  const { places, asked } = useContext(Context)
  const [count, setCount] = useState<number | null>(null)

  // An editor has no view before it is mounted, and needs no marks before a refusal.
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

/** Puts the caret into the block and scrolls it into view, clear of the fixed bars. */
function leadTo(editor: Editor, { pos, node }: Fault): void {
  editor.chain().setTextSelection(caretIn(node, pos)).focus(undefined, { scrollIntoView: false }).run()
  const element = editor.view.nodeDOM(pos)
  if (element instanceof HTMLElement)
    element.scrollIntoView({ block: element.offsetHeight > innerHeight / 2 ? 'start' : 'center' })
}
