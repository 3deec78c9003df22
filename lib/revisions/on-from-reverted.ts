import type { SubmitResult } from '@/lib/changesets/publish-or-keep'
import { paths } from '@/lib/routes'

/** Where a revert leads: the entry, or the submission that waits for review. */
export async function onFromReverted(done: SubmitResult): Promise<{ path: string }> {
  return {
    path:
      done.outcome === 'waiting'
        ? paths.submission(done.submissionId)
        : (done.entries[0]?.path ?? paths.home()),
  }
}
