import { messages } from '@/lib/messages/messages'
import type { StandingProtection } from '@/lib/policy/protection'

/** A protection in words: its level, end and reason. */
export function ProtectionWords({
  protection: { level, until, reason },
}: {
  protection: StandingProtection
}) {
  const texts = messages().moderating.mark
  return (
    <>
      {texts.level[level]}
      {texts.until(until)}
      {reason && (
        <>
          {' '}
          {texts.because}: <q dir="auto">{reason}</q>
        </>
      )}
    </>
  )
}
