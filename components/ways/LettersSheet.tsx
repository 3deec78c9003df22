import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { TitleList } from '@/components/ui/TitleList'
import { messages } from '@/lib/messages/messages'
import type { LetterList } from '@/lib/pages/letters'
import { paths } from '@/lib/routes'
import { WaySheet } from './WaySheet'

/** All pages by title, letter by letter, with links to each letter. */
export function LettersSheet({ list }: { list: LetterList }) {
  const texts = messages().ways.letters
  const [current] = list.groups
  return (
    <WaySheet title={texts.title} lead={texts.lead}>
      <nav className="jumps" aria-label={texts.jump}>
        {list.stretches.map(({ label, first }) => (
          <a
            key={first}
            href={first === '' ? paths.letters() : paths.letters({ from: first })}
            aria-current={first === current?.first ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      {list.groups.length === 0 && (
        <Empty
          action={
            list.isFirst
              ? { label: messages().reading.pages.create, path: paths.newPage() }
              : { label: texts.fromTheBeginning, path: paths.letters() }
          }
        >
          {list.isFirst ? messages().reading.pages.empty : texts.none}
        </Empty>
      )}
      {list.groups.map(({ label, pages }) => (
        <section key={label} className="letter">
          <h2>{label}</h2>
          <div className="columns">
            <TitleList pages={pages} />
          </div>
        </section>
      ))}
      <Pager
        first={list.isFirst ? null : paths.letters()}
        next={list.next === null ? null : paths.letters({ after: list.next })}
      />
    </WaySheet>
  )
}
