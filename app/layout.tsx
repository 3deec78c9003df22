import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { BottomBar } from '@/components/frame/BottomBar'
import { ElementsScript } from '@/components/frame/ElementsScript'
import { Menu } from '@/components/frame/Menu'
import { MessagesScript } from '@/components/frame/MessagesScript'
import { ReaderCorner } from '@/components/frame/ReaderCorner'
import { runsReactHere } from '@/components/frame/react-here'
import { SchemeScript } from '@/components/frame/SchemeScript'
import { SiteFooter } from '@/components/frame/SiteFooter'
import { SiteHeader } from '@/components/frame/SiteHeader'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { OPEN_SEARCH_TYPE } from '@/lib/search/open-search'
import { loadSite } from '@/lib/wiki/site'
import '@/components/styles/type.css'
import '@/components/styles/tokens.css'
import '@/components/styles/base.css'
import '@/components/styles/frame.css'
import '@/components/styles/reading.css'
import '@/components/styles/prose.css'
import '@/components/styles/lists.css'
import '@/components/styles/facts.css'
import '@/components/styles/entry-tools.css'
import '@/components/styles/progress.css'
import '@/components/styles/visitor.css'
import '@/components/styles/print.css'

// Pages are rendered on request, never during the build; the gateway caches them.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#16191b' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const { name, sentence } = await loadSite()
  const title = { default: name, template: messages().frame.titleOf('%s', name) }
  return { title, description: sentence, manifest: paths.manifest() }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { name } = await loadSite()
  const { tag, direction } = messages().language
  return (
    <html lang={tag} dir={direction} suppressHydrationWarning>
      <head>
        <SchemeScript />
        {(await runsReactHere()) && <MessagesScript />}
        <ElementsScript />
        <link rel="search" type={OPEN_SEARCH_TYPE} href={paths.openSearch()} title={name} />
      </head>
      <body>
        <a className="skip" href="#text">
          {messages().frame.skip}
        </a>
        <SiteHeader name={name} account={<ReaderCorner />} />
        <Menu />
        {children}
        <SiteFooter />
        <BottomBar />
      </body>
    </html>
  )
}
