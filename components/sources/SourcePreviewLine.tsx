import { RecordLine } from '@/components/citations/RecordLine'
import type { SourceRecord } from '@/lib/citations/record'

/** Preview of a source's record. */
export const SourcePreviewLine = ({ shown }: { shown: SourceRecord }) => (
  <p className="look">
    <RecordLine record={shown} />
  </p>
)
