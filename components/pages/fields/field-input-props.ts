import type { RichLine } from '@/lib/content/document'
import type { FieldChoice } from '@/lib/pages/load-for-editing'

/** What fills in an infobox field. */
export interface FieldInputProps {
  id: string
  field: FieldChoice
  /** The page's language, by whose words the value is read (BCP 47). */
  language: string
  value: RichLine
  onChange: (value: RichLine) => void
  problem: string | undefined
}
