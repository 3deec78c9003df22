import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToTheirPage } from '@/components/accounts/BackToTheirPage'
import { BlockForm } from '@/components/accounts/BlockForm'
import { UnblockForm } from '@/components/accounts/UnblockForm'
import { loadBlockPage } from '@/lib/accounts/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().accounts.block.heading,
  robots: { index: false },
})

export default async function BlockPage({ params }: { params: Promise<{ id: string }> }) {
  const { accounts } = messages()
  const { person, block } = await loadBlockPage((await readSegments(params)).id)
  if (block)
    return (
      <AccountSheet title={accounts.unblock.title(person.name)} intro={accounts.unblock.standing(block)}>
        <UnblockForm accountId={person.id} />
        <BackToTheirPage {...person} />
      </AccountSheet>
    )
  return (
    <AccountSheet title={accounts.block.title(person.name)} intro={accounts.block.intro}>
      <BlockForm accountId={person.id} />
      <BackToTheirPage {...person} />
    </AccountSheet>
  )
}
