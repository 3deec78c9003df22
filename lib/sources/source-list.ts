import type { SourceRecord } from '@/lib/citations/record'

/** A page of a list of sources. */
export interface SourceList {
  records: SourceRecord[]
  /** The outlet whose sources they are; null for those of all. */
  outlet: { key: string; name: string } | null
  /** The number below which the list goes on; null at its end. */
  next: number | null
  isFirst: boolean
}
