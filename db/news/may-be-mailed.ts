import { type SQL, sql } from 'drizzle-orm'
import { account, accountDeletion } from '@/db/accounts/schema'

/**
 * Whether news may be mailed to an account: its address is confirmed, no mail server refused it, and the account is not
 * about to be deleted. A condition on `account`.
 */
export const mayBeMailed: SQL<boolean> = sql<boolean>`(${account.emailConfirmedAt} is not null
  and ${account.emailRefusedAt} is null
  and not exists (select from ${accountDeletion} d where d.account_id = ${account.id} and d.undone_at is null))`
