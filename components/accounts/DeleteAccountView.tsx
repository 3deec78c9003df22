import { messages } from '@/lib/messages/messages'
import type { DeletionPage } from '@/lib/own-data/loaders'
import { paths } from '@/lib/routes'
import { AccountSheet } from './AccountSheet'
import { BackToAccount } from './BackToAccount'
import { DeleteAccountForm, KeepAccountForm } from './DeleteAccountForm'

/** Deleting one's own account: what becomes of what, and the form; or, where it is asked for, the way to keep it. */
export function DeleteAccountView({ page }: { page: DeletionPage }) {
  const texts = messages().ownData.deletion
  if (page.state === 'leaving')
    return (
      <AccountSheet title={texts.leavingTitle} intro={texts.leaving(page.at, page.neutralName)}>
        <KeepAccountForm />
        <div className="aside">
          <p>
            <a href={paths.ownData()}>{texts.downloadFirst}</a>
          </p>
          <SignOut />
        </div>
      </AccountSheet>
    )
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      <WhatBecomes />
      {page.state === 'last owner' ? (
        <p className="note is-refusal">{texts.lastOwner}</p>
      ) : (
        <DeleteAccountForm proof={page.proof} />
      )}
      <BackToAccount />
    </AccountSheet>
  )
}

function WhatBecomes() {
  const { parts, downloadFirst } = messages().ownData.deletion
  return (
    <>
      {(['atOnce', 'goes', 'stays', 'kept'] as const).map((part) => (
        <section key={part} aria-labelledby={`part-${part}`}>
          <h2 id={`part-${part}`}>{parts[part].heading}</h2>
          <p>{parts[part].text}</p>
        </section>
      ))}
      <p>
        <a href={paths.ownData()}>{downloadFirst}</a>
      </p>
    </>
  )
}

function SignOut() {
  return (
    <form method="post" action={paths.signOut()}>
      <button className="btn" type="submit">
        {messages().accounts.account.signOut}
      </button>
    </form>
  )
}
