'use client'
import { Problem } from '@/components/editor/Fields'
import { EntryList } from '@/components/editor/suggest/EntryList'

interface Props {
  name: string
  label: string
  hint: string
  ids: number[]
  problem: string | undefined
  onChange: (ids: number[]) => void
  firstIs?: string
  most: number
}

/** A question that pages answer: the chosen ones, and a field to find more as long as there is room. */
export function PickedPages({ name, label, hint, ids, problem, onChange, firstIs, most }: Props) {
  return (
    <div className="picked" data-invalid={problem ? '' : undefined}>
      <EntryList
        id={`field-${name}`}
        label={label}
        hint={hint}
        kinds={['page']}
        ids={ids}
        onChange={onChange}
        firstIs={ids.length > 1 ? firstIs : undefined}
        isOrdered={most > 1 && ids.length > 1}
        isInvalid={Boolean(problem)}
        most={most}
      />
      <Problem id={`field-${name}`} text={problem} />
    </div>
  )
}
