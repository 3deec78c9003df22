'use client'
import { type Editor, type NodeViewProps, NodeViewWrapper, useEditorState } from '@tiptap/react'
import type { DragEvent } from 'react'
import { EntryList } from '@/components/editor/suggest/EntryList'
import { messages } from '@/lib/messages/messages'
import { placesIn, putIntoList, putUnder } from './place-fact'
import { UnplacedFacts } from './UnplacedFacts'

/** What a dragged fact is named by. */
export const DRAGGED_FACT = 'application/x-loreleaf-fact'

/**
 * Editing a list of facts: added by search or from those about the page, put in order with buttons or by dragging, and
 * put under another heading.
 */
export function FactListView({
  node,
  selected,
  editor,
  getPos,
  updateAttributes,
  deleteNode,
}: NodeViewProps) {
  const { editing } = messages()
  const facts: number[] = node.attrs.facts

  function drop(event: DragEvent, before: number | null) {
    const fact = Number(event.dataTransfer.getData(DRAGGED_FACT))
    const list = getPos()
    if (!fact || list === undefined) return
    event.preventDefault()
    event.stopPropagation()
    editor.view.dispatch(putIntoList(editor.state.tr, fact, list, before))
  }

  return (
    <NodeViewWrapper
      className={selected ? 'fact-list-edit is-selected' : 'fact-list-edit'}
      contentEditable={false}
      onDragOver={allowFact}
      onDrop={(event: DragEvent) => drop(event, null)}
    >
      <div className="fact-list-head">
        <strong>{editing.factList.label}</strong>
        <button type="button" className="quiet-button" onClick={deleteNode}>
          {editing.factList.remove}
        </button>
      </div>
      <EntryList
        label={editing.factList.add}
        hint={editing.factList.hint}
        kinds={['fact']}
        ids={facts}
        onChange={(changed) => updateAttributes({ facts: changed })}
        isOrdered
        dragged={(fact) => ({
          draggable: true,
          onDragStart: (event) => event.dataTransfer.setData(DRAGGED_FACT, String(fact)),
          onDragOver: allowFact,
          onDrop: (event) => drop(event, fact),
        })}
        beside={(fact) => <PlaceChoice editor={editor} list={getPos()} fact={fact} />}
      />
      <UnplacedFacts onPlace={(ids) => updateAttributes({ facts: [...facts, ...ids] })} />
    </NodeViewWrapper>
  )
}

function allowFact(event: DragEvent) {
  if (!event.dataTransfer.types.includes(DRAGGED_FACT)) return
  event.preventDefault()
  event.stopPropagation()
}

interface ChoiceProps {
  editor: Editor
  list: number | undefined
  fact: number
}

/** Under which heading a fact stands. */
function PlaceChoice({ editor, list, fact }: ChoiceProps) {
  const texts = messages().facts.inPage
  const places = useEditorState({ editor, selector: ({ editor: now }) => placesIn(now.state.doc) })
  const own = places.findIndex(({ end }) => list !== undefined && list < end)
  if (places.length < 2) return null

  function choose(index: number) {
    const place = places[index]
    if (!place || index === own) return
    editor.view.dispatch(putUnder(editor.state.tr, fact, place))
    // The row is another one from now on: whoever chose goes on there.
    requestAnimationFrame(() =>
      editor.view.dom.querySelector<HTMLElement>(`[data-place-of="${fact}"]`)?.focus(),
    )
  }

  return (
    <select
      data-place-of={fact}
      aria-label={texts.standsUnder}
      value={own}
      onChange={(event) => choose(Number(event.target.value))}
    >
      {places.map(({ heading, end }, index) => (
        <option key={end} value={index}>
          {heading === null ? texts.above : heading || texts.unnamed}
        </option>
      ))}
    </select>
  )
}
