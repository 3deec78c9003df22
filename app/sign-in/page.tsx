import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { OutsideLinks } from '@/components/accounts/OutsideForms'
import { PasskeySignIn } from '@/components/accounts/PasskeySignIn'
import { SignInForm } from '@/components/accounts/SignInForm'
import { nextPath } from '@/lib/accounts/next-path'
import { loadFailure, loadSites, loadStep } from '@/lib/accounts/outside/loaders'
import { loadPasskeyHost } from '@/lib/accounts/passkeys/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().accounts.signIn.title,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, done, failed, step } = await readQuery(searchParams, routes.signIn)
  const next = nextPath(asked)
  const host = loadPasskeyHost()
  const [failure, ticket] = [loadFailure(failed), await loadStep(step)]
  return (
    <AccountSheet title={messages().accounts.signIn.title}>
      {done === 'reset' && (
        <p className="note" role="status">
          {messages().ownAccount.reset.done}
        </p>
      )}
      {done === 'leaving' && (
        <p className="note" role="status">
          {messages().ownData.deletion.asked}
        </p>
      )}
      {failure && (
        <p className="note is-refusal" role="alert">
          {failure}
        </p>
      )}
      <SignInForm
        next={next}
        forgotten={canSendMail() ? paths.forgotPassword() : paths.recover({ next })}
        byMail={canSendMail()}
        ticket={ticket}
      >
        {ticket === null && host !== null && <PasskeySignIn host={host} next={next} />}
        {ticket === null && <OutsideLinks sites={loadSites()} next={next} />}
      </SignInForm>
    </AccountSheet>
  )
}
