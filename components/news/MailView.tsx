import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { messages } from '@/lib/messages/messages'
import type { OwnMail } from '@/lib/news/mail/loaders'
import { paths } from '@/lib/routes'
import { MailPlanForm } from './MailForms'

/** Which mail one gets about one's news; or what is missing for it. */
export function MailView({ of, isSaved }: { of: OwnMail; isSaved: boolean }) {
  const texts = messages().newsMail
  return (
    <AccountSheet title={texts.title} {...(of.lacks === null && { intro: texts.intro(of.address) })}>
      {isSaved && of.lacks === null && (
        <p className="note" role="status">
          {texts.saved}
        </p>
      )}
      {of.lacks === 'server' && <p className="note">{texts.noMail}</p>}
      {of.lacks === 'address' && <Missing says={texts.noAddress} act={texts.toAddress} />}
      {of.lacks === 'confirming' && <Missing says={texts.refused(of.address)} act={texts.toConfirm} />}
      {of.lacks === null && <MailPlanForm form={of} />}
      <BackToAccount />
    </AccountSheet>
  )
}

function Missing({ says, act }: { says: string; act: string }) {
  return (
    <>
      <p className="note">{says}</p>
      <p className="actions">
        <a className="btn yes" href={paths.accountEmail({ next: paths.accountMail() })}>
          {act}
        </a>
      </p>
    </>
  )
}
