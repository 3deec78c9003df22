import '@/components/elements/tags'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * The reader's corner of the header: a sign-in link, which its element replaces for whoever is signed in. The link is
 * one string, so that React does not look for it where it runs.
 */
export function ReaderCorner() {
  const link = `<a href="${paths.signIn()}" data-comes-back="">${escaped(messages().visitor.signIn)}</a>`
  return (
    <loreleaf-corner
      class="visitor"
      data-me={paths.me()}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: an address of ours and an escaped text
      dangerouslySetInnerHTML={{ __html: link }}
    />
  )
}
