import { EditedLine } from '@/components/entries/EditedLine'
import { EntryTools } from '@/components/entries/EntryTools'
import { LicenceLine } from '@/components/entries/Licences'
import { CiteThis } from '@/components/sharing/CiteThis'
import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'

/** The foot of a page: categories, last editor, counts. */
export function PageFoot({ page }: { page: PageView }) {
  const { reading } = messages()
  return (
    <footer className="foot">
      {page.categories.length > 0 && (
        <nav aria-labelledby="categories" className="chips">
          <span className="quiet" id="categories">
            {reading.categories}
          </span>
          {page.categories.map((category) => (
            <a key={category.path} className="chip" href={category.path}>
              {category.label}
            </a>
          ))}
        </nav>
      )}
      <p className="quiet">
        <EditedLine head={page.head} /> ·{' '}
        {reading.tally(page.facts.length + page.listed.size, page.references.list.length)}
      </p>
      <LicenceLine of={page.licences} />
      <CiteThis entry={page.head} />
      <EntryTools entry={page.head} />
    </footer>
  )
}
