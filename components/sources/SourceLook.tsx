import { RecordLine } from '@/components/citations/RecordLine'
import type { SourceRecord } from '@/lib/citations/record'

/** A source's record as readers would see it. */
export const SourceLook = ({ shown }: { shown: SourceRecord }) => (
  <p className="look">
    <RecordLine record={shown} />
  </p>
)
