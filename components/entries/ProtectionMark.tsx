import { standingProtection, type Written } from '@/lib/policy/protection'
import { ProtectionWords } from './ProtectionWords'

/** Says on an entry that it is protected, until when and why; nothing for an open one. */
export function ProtectionMark({ of }: { of: Written }) {
  const protection = standingProtection(of)
  if (!protection) return null
  return (
    <p className="protection-mark">
      <ProtectionWords protection={protection} />
    </p>
  )
}
