'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Block } from '@/lib/content/document'
import type { Named } from '@/lib/entries/named'

/** The facts about the page that is edited which no list of its text has: readers find them at its foot. */
const Context = createContext<readonly Named[]>([])

export const useUnplacedFacts = () => useContext(Context)

interface Props {
  facts: readonly Named[]
  body: readonly Block[]
  children: ReactNode
}

/** Tells the lists of facts within a text what has no place yet. */
export function FactsOfPage({ facts, body, children }: Props) {
  const unplaced = useMemo(() => unplacedOf(facts, body), [facts, body])
  return <Context value={unplaced}>{children}</Context>
}

function unplacedOf(facts: readonly Named[], body: readonly Block[]): readonly Named[] {
  const placed = new Set(body.flatMap((block) => (block.type === 'factList' ? block.attrs.facts : [])))
  return facts.filter(({ id }) => !placed.has(id))
}
