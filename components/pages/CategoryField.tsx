'use client'
import { useReferences } from '@/components/editor/citations/references'
import { Problem } from '@/components/editor/Fields'
import { EntryList } from '@/components/editor/suggest/EntryList'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { messages } from '@/lib/messages/messages'
import type { KindChoice } from '@/lib/pages/load-for-editing'
import { titleKey } from '@/lib/titles/title'

interface Props {
  content: PageContent
  kinds: KindChoice[]
  problem: string | undefined
  onChange: (categories: number[]) => void
}

/** The categories of a page: existing ones, or new ones created with it. */
export function CategoryField({ content, kinds, problem, onChange }: Props) {
  const { editing } = messages()
  const { newPages, addPage } = useReferences()
  const { categories, language } = content
  const kind = kinds.find((one) => one.isCategory)

  /** A category named before, even if removed again, is not created twice. */
  function make(title: string, key: string) {
    const isIt = ([, page]: [string, PageContent]) => titleKey(page.title) === titleKey(title)
    const [before] = Object.entries(newPages).find(isIt) ?? []
    const id = before === undefined ? addPage(emptyPage(title, key, language)) : Number(before)
    if (!categories.includes(id)) onChange([...categories, id])
  }

  return (
    <div data-invalid={problem ? '' : undefined}>
      <EntryList
        id="field-categories"
        label={editing.page.categories}
        hint={editing.page.categoryHint}
        kinds={['category']}
        ids={categories}
        onChange={onChange}
        most={50}
        isInvalid={problem !== undefined}
        {...(kind && {
          own: {
            label: editing.page.makeCategory,
            onPick: (title: string) => make(title, kind.key),
            isTitle: true,
          },
        })}
      />
      <Problem id="field-categories" text={problem} />
    </div>
  )
}
