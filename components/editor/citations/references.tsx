'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { GatePlace, Named } from '@/lib/entries/named'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { nameOfSource } from '@/lib/kinds/source-name'

/** Sources created by this edit, by the negative id that citations use until it is saved. */
export type NewSources = Record<number, SourceContent>

/** Pages created by this edit, by the negative id that the content uses until it is saved. */
export type NewPages = Record<number, PageContent>

/** What a form knows about the entries that its content refers to. */
export interface References {
  nameOf: (id: number) => Named | null
  remember: (named: Named) => void
  newSources: NewSources
  /** Stores a new source and gives its temporary id. */
  addSource: (source: SourceContent) => number
  newPages: NewPages
  /** Stores a new page and gives its temporary id. */
  addPage: (page: PageContent) => number
  changeSource: (id: number, source: SourceContent) => void
  /** The server's findings about new sources, by `number.field`. */
  problems: Record<string, string>
  places: GatePlace[]
  /** The mark of the account that writes; empty for a visitor. */
  writtenAs: string
}

const Context = createContext<References | null>(null)

/** The references of the form around this component. Throws outside of one. */
export function useReferences(): References {
  const references = useContext(Context)
  if (!references) throw new Error('references are used outside of a form')
  return references
}

/** The next temporary id; -1 is the entry itself. */
const nextTemporaryId = (...all: object[]) => Math.min(-1, ...all.flatMap(Object.keys).map(Number)) - 1

interface Props {
  names: Named[]
  places: GatePlace[]
  newSources: NewSources
  onNewSources: (sources: NewSources) => void
  newPages: NewPages
  onNewPages: (pages: NewPages) => void
  onRemember: (named: Named) => void
  problems: Record<string, string>
  writtenAs: string
  children: ReactNode
}

/** Provides names for ids to every editor and picker inside it. */
export function ReferencesProvider(props: Props) {
  const { names, places, newSources, onNewSources, newPages, onNewPages, onRemember, problems, children } =
    props
  const { writtenAs } = props
  const known = useMemo(() => new Map(names.map((named) => [named.id, named])), [names])
  const references = useMemo<References>(
    () => ({
      nameOf: (id) => {
        const fresh = newSources[id]
        if (fresh) return { id, kind: 'source', label: nameOfSource(fresh), path: '', detail: null }
        const page = newPages[id]
        if (page) return { id, kind: 'page', label: page.title, path: '', detail: null }
        return known.get(id) ?? null
      },
      remember: onRemember,
      newSources,
      addSource: (source) => {
        const id = nextTemporaryId(newSources, newPages)
        onNewSources({ ...newSources, [id]: source })
        return id
      },
      newPages,
      addPage: (page) => {
        const id = nextTemporaryId(newSources, newPages)
        onNewPages({ ...newPages, [id]: page })
        return id
      },
      changeSource: (id, source) => onNewSources({ ...newSources, [id]: source }),
      problems,
      places,
      writtenAs,
    }),
    [known, newSources, newPages, places, problems, writtenAs, onNewSources, onNewPages, onRemember],
  )
  return <Context value={references}>{children}</Context>
}
