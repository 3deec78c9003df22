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
    <AccountSheet title={texts.title} intro={introOf(of)}>
      {isSaved && of.lacks === null && (
        <p className="note" role="status">
          {texts.saved}
        </p>
      )}
      {of.lacks === 'address' && <ToAddress words={texts.toAddress} />}
      {of.lacks === 'confirming' && <ToAddress words={texts.toConfirm} />}
      {of.lacks === null && <MailPlanForm form={of} />}
      <BackToAccount />
    </AccountSheet>
  )
}

function introOf(of: OwnMail): string {
  const texts = messages().newsMail
  if (of.lacks === null) return (of.isAlarmed ? texts.introAlarmed : texts.intro)(of.address)
  if (of.lacks === 'confirming') return texts.refused(of.address)
  return of.lacks === 'server' ? texts.noMail : texts.noAddress
}

function ToAddress({ words }: { words: string }) {
  return (
    <p className="actions">
      <a className="btn yes" href={paths.accountEmail({ next: paths.accountMail() })}>
        {words}
      </a>
    </p>
  )
}
