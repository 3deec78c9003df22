import type { ReactNode } from 'react'
import { ChangeList } from '@/components/revisions/ChangeList'
import { Notice } from '@/components/ui/Notice'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { contentKinds, kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { type EditsOf, editsOf, type AccountPage as Page } from '@/lib/revisions/loaders'
import { paths } from '@/lib/routes'
import '@/components/styles/history.css'

/** An account's public page: its name, when it joined, what it says of itself (`words`) and of sources (`checks`), what it has
 * published. */
export function AccountPage({
  page,
  words,
  checks,
}: {
  page: Page | null
  words: ReactNode
  checks: ReactNode
}) {
  const { history } = messages()
  if (!page) {
    const { accountTitle, accountLead } = history.missing
    const toRecent = [{ label: history.toRecent, path: paths.recent() }]
    return <Notice title={accountTitle} lead={accountLead} actions={toRecent} />
  }
  const { id, kind, next } = page
  return (
    <StaticHtml as="main" className="sheet history" id="text">
      <h1 className="title" dir="auto">
        {page.name}
      </h1>
      <div className="account-since" data-person={page.isPerson ? page.id : undefined}>
        <time dateTime={page.createdAt.toISOString().slice(0, 7)}>
          {history.account.since(
            messages().dates.partialDateInWords(page.createdAt.toISOString().slice(0, 7)),
          )}
        </time>
        <a href={paths.log({ of: `account:${page.id}` })}>{messages().publicLog.ofAccount}</a>
        {page.isPerson && <Acts id={id} />}
      </div>
      {page.isDeleted && <p className="note">{messages().ownData.deletion.deletedAccount}</p>}
      {page.isPerson && <p className="account-standing" data-standing="" />}
      {words}
      {page.figures.edits > 0 && (
        <p className="quiet">{history.account.figures(page.figures, begunIn(page.figures))}</p>
      )}
      {page.figures.edits > 0 && <Kinds page={page} />}
      {kind === 'checks' && <p className="quiet">{history.account.checksAre}</p>}
      {checks}
      <ChangeList
        lines={page.lines}
        empty={kind === 'checks' ? history.account.noChecks : history.account.empty}
        isOnePerson
      />
      <Pager
        first={page.isFirst ? null : paths.person(id, { kind })}
        next={next === null ? null : paths.person(id, { before: next, kind })}
      />
    </StaticHtml>
  )
}

/**
 * Actions on the account. Every link is in the HTML; those that the reader may use are shown once the page knows who
 * reads it. Whether the account is blocked is not in the shared HTML.
 */
function Acts({ id }: { id: number }) {
  const { history } = messages()
  return (
    <>
      <a href={paths.fileReport({ account: id })} rel="nofollow">
        {messages().reports.ofAccount}
      </a>
      <a href={paths.mutePerson(id)} rel="nofollow">
        {messages().safety.mute.link}
      </a>
      <a href={paths.ownWords()} rel="nofollow" data-for="self">
        {messages().ownWords.link}
      </a>
      <span className="account-acts">
        <a className="btn" href={paths.renamePerson(id)} rel="nofollow" data-for="rename">
          {history.account.rename}
        </a>
        <a className="btn" href={paths.personRole(id)} rel="nofollow" data-for="role">
          {history.account.role}
        </a>
        <a className="btn" href={paths.personNetworks(id)} rel="nofollow" data-for="networks">
          {messages().networks.heading}
        </a>
        <a className="btn no" href={paths.blockPerson(id)} rel="nofollow" data-for="block">
          {history.account.block}
        </a>
        <a className="btn" href={paths.blockPerson(id)} rel="nofollow" data-for="unblock">
          {history.account.unblock}
        </a>
      </span>
    </>
  )
}

/** How many entries of each kind the account created. */
const begunIn = ({ begun }: Page['figures']): string[] =>
  contentKinds.flatMap((kind) => (begun[kind] ? [kindOf(kind).texts().counted(begun[kind])] : []))

/** Links to the edits to one kind of entry, and to those that checked a source. */
function Kinds({ page }: { page: Page }) {
  const { history } = messages()
  return (
    <nav className="chips link-kinds" aria-label={history.account.filter}>
      {[null, ...editsOf].map((kind) => (
        <a
          key={kind}
          className="chip"
          href={paths.person(page.id, { kind })}
          aria-current={kind === page.kind ? 'true' : undefined}
        >
          {nameOf(kind)}
        </a>
      ))}
    </nav>
  )
}

function nameOf(kind: EditsOf | null): string {
  const { account } = messages().history
  if (kind === null) return account.everything
  return kind === 'checks' ? account.checks : kindOf(kind).texts().many
}
