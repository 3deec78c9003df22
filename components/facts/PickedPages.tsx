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

/** A question answered by choosing pages: the chosen ones, and a search field up to the limit. */
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
