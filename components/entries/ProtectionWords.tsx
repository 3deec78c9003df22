import type { StandingProtection } from '@/lib/entries/protection'
import { moderating } from '@/lib/texts/en/moderating'

const texts = moderating.mark

/** What a protection means, until when it stands, and why. */
export function ProtectionWords({
  protection: { level, until, reason },
}: {
  protection: StandingProtection
}) {
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
