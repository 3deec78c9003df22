import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { NewCodeForm } from '@/components/accounts/NewCodeForm'
import { RecoveryCodeView } from '@/components/accounts/RecoveryCodeView'
import { loadRecoveryCode } from '@/lib/accounts/loaders'
import { nextPath } from '@/lib/accounts/next-path'
import { requireProof } from '@/lib/accounts/second-step/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.code.title,
  robots: { index: false },
})

export default async function RecoveryCodePage({ searchParams }: { searchParams: Query }) {
  const texts = messages().ownAccount.code
  const [{ code, hasCode }, { proof }] = await Promise.all([
    loadRecoveryCode(),
    requireProof(paths.recoveryCode()),
  ])
  if (code)
    return (
      <AccountSheet title={texts.title} intro={texts.intro}>
        <RecoveryCodeView
          code={code}
          next={nextPath((await readQuery(searchParams, routes.recoveryCode)).next)}
        />
      </AccountSheet>
    )
  return (
    <AccountSheet title={texts.anotherTitle} intro={hasCode ? texts.have : texts.haveNone}>
      <NewCodeForm proof={proof} />
      <BackToAccount />
    </AccountSheet>
  )
}
