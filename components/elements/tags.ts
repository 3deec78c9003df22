import type { HTMLAttributes } from 'react'

/** An element of ours as JSX knows it. React passes `class` on to custom elements as it is. */
type Ours = HTMLAttributes<HTMLElement> & { class?: string; [data: `data-${string}`]: string | undefined }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** The reader's corner of the header. */
      'loreleaf-corner': Ours
      /** The choice of colours in the footer. */
      'loreleaf-scheme': Ours
      /** What is read: cards of marks and links, and lost fragments. */
      'loreleaf-reading': Ours
      /** A search form, with suggestions while typing. */
      'loreleaf-search': Ours
      /** The way to saying how far one is. */
      'loreleaf-progress': Ours
      /** The ways to open what is behind a spoiler lock. */
      'loreleaf-lock': Ours
    }
  }
}
