import '@/components/elements/tags'
import { Icon } from '@/components/ui/Icon'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** UTF-16 units: more than is looked for, so that the page can say so, and an address that every server accepts. */
const MOST_TYPED = 1_000

/** A plain search form: works without JavaScript. */
export function SearchForm({
  className,
  query,
  autoFocus = false,
}: {
  className: string
  query?: string
  autoFocus?: boolean
}) {
  const { frame } = messages()
  return (
    <search className={className}>
      <loreleaf-search>
        <form action={paths.search()}>
          <Icon of="search" size={16} />
          <input
            type="search"
            name="q"
            defaultValue={query}
            placeholder={frame.searchLabel}
            aria-label={frame.searchLabel}
            maxLength={MOST_TYPED}
            // biome-ignore lint/a11y/noAutofocus: only where searching is what the page is for
            autoFocus={autoFocus}
            autoComplete="off"
            enterKeyHint="search"
          />
          <button type="submit">{frame.search}</button>
        </form>
      </loreleaf-search>
    </search>
  )
}
