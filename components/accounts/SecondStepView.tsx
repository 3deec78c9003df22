import type { AppKey, OwnSecondStep } from '@/lib/accounts/second-step/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { AccountSheet } from './AccountSheet'
import { BackToAccount } from './BackToAccount'
import { CodesView } from './RecoveryCodeView'
import {
  AddSecondStepForm,
  BeginSecondStepForm,
  NewSpareCodesForm,
  RemoveSecondStepForm,
} from './SecondStepForms'

/** One's own second step of signing in: adding it, its spare codes once, renewing them, removing it. */
export function SecondStepView({ of }: { of: OwnSecondStep }) {
  const texts = messages().ownAccount.secondStep
  if (of.state === 'there' && of.spareCodes)
    return (
      <AccountSheet title={texts.spareTitle} intro={texts.spareIntro}>
        <CodesView codes={of.spareCodes} next={paths.account()} />
      </AccountSheet>
    )
  return (
    <AccountSheet title={texts.title} intro={texts.intro}>
      {of.isNeeded && (
        <p className="note" role="status">
          {texts.needed}
        </p>
      )}
      {of.state === 'none' && <BeginSecondStepForm proof={of.proof} />}
      {of.state === 'begun' && <Adding app={of.app} />}
      {of.state === 'there' && <Kept of={of} />}
      <BackToAccount />
    </AccountSheet>
  )
}

function Adding({ app }: { app: AppKey }) {
  const texts = messages().ownAccount.secondStep
  return (
    <>
      <figure className="app-key">
        <figcaption>{texts.scan}</figcaption>
        <svg viewBox={`0 0 ${app.size} ${app.size}`} role="img" aria-label={texts.scanAlt}>
          <rect width={app.size} height={app.size} />
          <path d={app.path} />
        </svg>
        <p>
          {texts.key}: <code translate="no">{app.key}</code>
        </p>
        <p>
          <a href={app.address}>{texts.open}</a>
        </p>
      </figure>
      <AddSecondStepForm />
    </>
  )
}

function Kept({ of }: { of: Extract<OwnSecondStep, { state: 'there' }> }) {
  const texts = messages().ownAccount.secondStep
  return (
    <>
      <p className="note">{texts.on(of.left)}</p>
      <section className="apart" aria-labelledby="spare">
        <h2 id="spare">{texts.newTitle}</h2>
        <p className="hint">{texts.newIntro}</p>
        <NewSpareCodesForm proof={of.proof} />
      </section>
      <section className="apart" aria-labelledby="remove">
        <h2 id="remove">{texts.removeTitle}</h2>
        <p className="hint">{texts.removeIntro}</p>
        <RemoveSecondStepForm proof={of.proof} />
      </section>
    </>
  )
}
