import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToAccount } from '@/components/accounts/BackToAccount'
import { NewCodeForm } from '@/components/accounts/NewCodeForm'
import { RecoveryCodeView } from '@/components/accounts/RecoveryCodeView'
import { loadRecoveryCode } from '@/lib/accounts/loaders'
import { nextPath } from '@/lib/accounts/next-path'
import { type Query, readQuery } from '@/lib/input/address'
import { ownAccount } from '@/lib/texts/en/own-account'

const texts = ownAccount.code

export const metadata: Metadata = { title: texts.title, robots: { index: false } }

export default async function RecoveryCodePage({ searchParams }: { searchParams: Query }) {
  const { name, code, hasCode } = await loadRecoveryCode()
  if (code)
    return (
      <AccountSheet title={texts.title} intro={texts.intro}>
        <RecoveryCodeView code={code} next={nextPath((await readQuery(searchParams, 'next')).next)} />
      </AccountSheet>
    )
  return (
    <AccountSheet title={texts.anotherTitle} intro={hasCode ? texts.have : texts.haveNone}>
      <NewCodeForm name={name} />
      <BackToAccount />
    </AccountSheet>
  )
}
