import { OWN_SCRIPT } from '@/lib/framework/documents'
import { addressOfElements } from '@/lib/routes/elements-file'
import { scriptNonce } from './script-nonce'

/** Loads the elements of `components/elements/` once the page is there. */
export async function ElementsScript() {
  return (
    <script
      {...OWN_SCRIPT}
      type="module"
      src={addressOfElements()}
      fetchPriority="low"
      nonce={await scriptNonce()}
      suppressHydrationWarning
    />
  )
}
