import { preload } from 'react-dom'
import { runsFirst } from '@/lib/framework/documents'
import { addressOfMessages } from '@/lib/routes/browser-file'
import { scriptNonce } from './script-nonce'

/** Makes the framework load the file of texts before anything else on a page on which React runs. */
export async function MessagesScript() {
  const nonce = await scriptNonce()
  const address = addressOfMessages()
  preload(address, { as: 'script', fetchPriority: 'low', ...(nonce !== undefined && { nonce }) })
  const source = runsFirst(address)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: an address of the build
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />
}
