import type { OwnAppeal } from '@/lib/accounts/appeals/loaders'
import { messages } from '@/lib/messages/messages'
import { AccountSheet } from './AccountSheet'
import { AppealForm } from './AppealForms'
import { BackToAccount } from './BackToAccount'
import '@/components/styles/safety.css'

/** What one's account may not do, by which rule and until when; how to contest it; and what was answered. */
export function OwnAppealView({ own }: { own: OwnAppeal }) {
  const texts = messages().safety.appeal
  const { block, rule, mayWrite, nextFrom, isAlone } = own
  return (
    <AccountSheet
      title={texts.title}
      intro={block ? texts.standing(block.by.name, rule, block.reason, block.until) : texts.none}
    >
      <Said own={own} />
      {block && mayWrite && <p>{texts.how}</p>}
      {block && isAlone && <p className="note">{texts.alone}</p>}
      {mayWrite && <AppealForm />}
      {nextFrom && <p className="quiet">{texts.nextFrom(nextFrom)}</p>}
      <BackToAccount />
    </AccountSheet>
  )
}

/** What they said against it last, and the answer. */
function Said({ own: { last } }: { own: OwnAppeal }) {
  const texts = messages().safety.appeal
  if (!last) return null
  const { words, at, answeredAt, outcome, answer } = last
  return (
    <section className="appeal">
      <p className="note" role="status">
        {answeredAt && outcome ? texts.answered(outcome, answeredAt) : texts.waits(at)}
      </p>
      {answer && (
        <blockquote className="appeal-words" dir="auto">
          {answer}
        </blockquote>
      )}
      <blockquote className="appeal-words quiet" dir="auto">
        {words}
      </blockquote>
    </section>
  )
}
