import { finishDeletion } from '@/lib/own-data/finish-deletion'
import { system } from '@/lib/policy/actor'

/** Deletes an account whose time has come. Does nothing where its owner has taken that back. */
export async function deleteAccountNow({ accountId }: { accountId: number }): Promise<void> {
  const done = await finishDeletion(system, { accountId })
  if (!done.ok) throw new Error(`account ${accountId} was not deleted: ${done.reason}`)
}
