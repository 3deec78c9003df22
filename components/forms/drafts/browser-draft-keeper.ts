import { createDraftKeeper, type DraftKeeper } from './draft-keeper'
import { storage, tabStorage } from './draft-store'
import { openDrafts } from './open-drafts'

/** The draft keeper of this browser; null where the browser stores nothing. */
export function browserDraftKeeper<Form>(account: number | null, what: string): DraftKeeper<Form> | null {
  const [store, tab] = [storage(), tabStorage()]
  if (!store || !tab) return null
  const path = location.pathname + location.search
  return createDraftKeeper({
    account,
    what,
    store,
    tab,
    open: openDrafts(),
    isComingBack: isComingBack(),
    path,
  })
}

function isComingBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return entry?.type === 'reload' || entry?.type === 'back_forward'
}
