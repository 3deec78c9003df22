import { plainText } from '@/lib/content/plain-text'
import type { FactView } from '@/lib/facts/view'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { element, type Markup } from '@/lib/text/xml'

/** The card's own sheet: it stands on pages of others, so it brings everything along. No `<` may be in it. */
const SHEET = `:root{color-scheme:light dark}*{box-sizing:border-box;margin:0}
body{font:16px/1.5 system-ui,sans-serif;color:light-dark(#1d2328,#e6e4df);background:light-dark(#fdfcf9,#16191b);
border:1px solid light-dark(#8a8f94,#6b7176);border-inline-start:4px solid light-dark(#0f6b6b,#6cc7c1);border-radius:6px;padding:16px 20px;overflow-wrap:anywhere}
blockquote{font:600 20px/1.4 "Source Serif 4",Georgia,serif}p,div{margin-top:10px;font-size:14px}h1{display:inline;font:inherit}
a{color:light-dark(#0f6b6b,#6cc7c1)}a:focus-visible{outline:2px solid;outline-offset:2px}`

/** A fact as a document for a frame on another site: plain HTML without scripts. */
export function embeddedFact({ card, content }: FactView, wiki: string, origin: string): string {
  const { facts, sharing, language, dates } = messages()
  const standing = facts.standing[card.standing ?? 'unsourced']
  const said = [
    card.speaker?.label,
    card.saidTo && facts.saidTo(card.saidTo),
    card.saidOn && dates.partialDateInWords(card.saidOn),
    standing,
    facts.count(content.citations.length),
  ]
  const link = (path: string, words: string): Markup =>
    element('a', { href: origin + path, target: '_blank', rel: 'noopener' }, words)
  const document = element(
    'html',
    { lang: language.tag, dir: language.direction },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width' }),
      element('meta', { name: 'robots', content: 'noindex' }),
      element('title', {}, facts.numbered(card.number)),
      { markup: `<style>${SHEET}</style>` },
    ),
    element(
      'body',
      {},
      element(
        'main',
        {},
        element('blockquote', { dir: 'auto' }, plainText(card.statement)),
        element('p', { dir: 'auto' }, said.filter(Boolean).join(' · ')),
        element(
          'div',
          {},
          element(
            'h1',
            {},
            link(paths.fact(card.number), `${facts.numbered(card.number)}: ${sharing.embedded.more}`),
          ),
          ' · ',
          link(paths.home(), sharing.embedded.by(wiki)),
        ),
      ),
    ),
  )
  return `<!doctype html>${document.markup}`
}
