'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { GatePlace, Named } from '@/lib/entries/named'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { SourceContent } from '@/lib/kinds/schemas/source'

/** Sources that this edit brings along, by the negative number that its citations name them by until it is saved. */
export type NewSources = Record<number, SourceContent>

/** Pages that this edit brings along, by the negative number that its content names them by until it is saved. */
export type NewPages = Record<number, PageContent>

/** What a form knows about the entries that its content points at. */
export interface References {
  nameOf: (id: number) => Named | null
  remember: (named: Named) => void
  newSources: NewSources
  /** Keeps a new source and gives the number that stands for it. */
  addSource: (source: SourceContent) => number
  newPages: NewPages
  /** Keeps a new page and gives the number that stands for it. */
  addPage: (page: PageContent) => number
  changeSource: (id: number, source: SourceContent) => void
  /** What the server found wrong with a new source, by `number.field`. */
  problems: Record<string, string>
  places: GatePlace[]
}

const Context = createContext<References | null>(null)

/** What the form around this component knows. Throws outside of one. */
export function useReferences(): References {
  const references = useContext(Context)
  if (!references) throw new Error('references are used outside of a form')
  return references
}

/** What a new source is called while it has no entry: its title, its description or its address. */
export const sourceLabel = (source: SourceContent) => source.title || source.description || source.url || ''

/** The next number that stands for something new: the entry itself is -1. */
const nextNumber = (...all: object[]) => Math.min(-1, ...all.flatMap(Object.keys).map(Number)) - 1

interface Props {
  names: Named[]
  places: GatePlace[]
  newSources: NewSources
  onNewSources: (sources: NewSources) => void
  newPages: NewPages
  onNewPages: (pages: NewPages) => void
  onRemember: (named: Named) => void
  problems: Record<string, string>
  children: ReactNode
}

/** Tells every editor and picker inside it what ids stand for. */
export function ReferencesProvider(props: Props) {
  const { names, places, newSources, onNewSources, newPages, onNewPages, onRemember, problems, children } =
    props
  const known = useMemo(() => new Map(names.map((named) => [named.id, named])), [names])
  const references = useMemo<References>(
    () => ({
      nameOf: (id) => {
        const fresh = newSources[id]
        if (fresh) return { id, kind: 'source', label: sourceLabel(fresh), path: '', detail: null }
        const page = newPages[id]
        if (page) return { id, kind: 'page', label: page.title, path: '', detail: null }
        return known.get(id) ?? null
      },
      remember: onRemember,
      newSources,
      addSource: (source) => {
        const id = nextNumber(newSources, newPages)
        onNewSources({ ...newSources, [id]: source })
        return id
      },
      newPages,
      addPage: (page) => {
        const id = nextNumber(newSources, newPages)
        onNewPages({ ...newPages, [id]: page })
        return id
      },
      changeSource: (id, source) => onNewSources({ ...newSources, [id]: source }),
      problems,
      places,
    }),
    [known, newSources, newPages, places, problems, onNewSources, onNewPages, onRemember],
  )
  return <Context value={references}>{children}</Context>
}
