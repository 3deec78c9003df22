import type { Metadata } from 'next'
import { AccountSheet } from '@/components/accounts/AccountSheet'
import { BackToTheirPage } from '@/components/accounts/BackToTheirPage'
import { RoleForm } from '@/components/accounts/RoleForm'
import { loadRolePage } from '@/lib/accounts/loaders'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().accounts.setRole.heading,
  robots: { index: false },
})

export default async function RolePage({ params }: { params: Promise<{ id: string }> }) {
  const { accounts } = messages()
  const { id, name, role } = await loadRolePage((await readSegments(params)).id)
  return (
    <AccountSheet title={accounts.setRole.title(name)} intro={accounts.setRole.intro}>
      <RoleForm accountId={id} role={role} />
      <BackToTheirPage id={id} name={name} />
    </AccountSheet>
  )
}
