import { expect, test } from 'vitest'
import { TRACE_DAYS } from '@/db/accounts/network-traces'
import { blockDays } from '@/lib/accounts/block-lengths'
import { protectionDays } from '@/lib/moderation/protection-lengths'
import { messages } from './messages'

test('how long something lasts is said as it is kept', () => {
  const { accounts, moderating, reports } = messages()
  expect(accounts.block.lengths.month).toBe(`${blockDays.month} days`)
  expect(moderating.protect.lengths.month).toBe(`${protectionDays.month} days`)
  expect(reports.privacy).toContain(`${TRACE_DAYS} days`)
})
