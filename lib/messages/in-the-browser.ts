import type { Messages } from './widened'

const browser = globalThis as typeof globalThis & { loreleafMessages?: Messages }

/**
 * What the page's file of texts has brought (`components/frame/MessagesScript.tsx`), which is there before anything of
 * the page runs. Should it not have come, whatever would be shown waits for good, and the page stays as it was sent.
 */
export function catalogue(): Messages {
  if (!browser.loreleafMessages) throw new Promise(() => {})
  return browser.loreleafMessages
}
