import type { ReactNode } from 'react'
import { WrittenAsProvider } from '@/components/ui/WrittenAs'
import { currentActor } from '@/lib/sessions/session'
import { markOf } from '@/lib/sessions/written-as'

/** Wraps the forms of a private page, so that each carries the account it was made for. Not for shared pages. */
export async function WrittenAsHere({ children }: { children: ReactNode }) {
  return <WrittenAsProvider mark={markOf(await currentActor())}>{children}</WrittenAsProvider>
}
