import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** Every text of the first pages and of their kinds' fields, as a whole, apart by its links, and by its sentences. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string')
    return [value, ...value.split(/\[\[(?:[^[\]|]+\|)?|\]\]/), ...value.split(/[.!?](?:\s+|$)/)].map(
      withSingleSpaces,
    )
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)])
}

const withSingleSpaces = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

const seed = JSON.parse(readFileSync('db/seed/heartstopper.json', 'utf8'))

/** The longest first. A single small word could as well be one of ours, unless it is a topic. */
const written = [...new Set(textsIn(seed))]
  .filter((text) => /[A-Za-z]{3}/.test(text) && /^[^a-z]|\s/.test(text))
  .sort((one, other) => other.length - one.length)
const topics = new Set<string>([
  ...seed.facts.flatMap((fact: { topics?: string[] }) => fact.topics ?? []),
  ...seed.pages.flatMap((page: { infobox?: Record<string, string> }) => Object.values(page.infobox ?? {})),
])

/** Whether somebody wrote these words, or a longer text that is shown in part. */
const isWritten = (words: string) =>
  topics.has(words) || (words.length > 20 && written.some((text) => text.includes(words)))

/** Letters of a disguised sentence, from its mark to its end (`lib/messages/pseudo/`); such sentences stand in others, too. */
const DISGUISED = /\u200f\[[^[\]]*\]/g
/** Addresses, and what has the same name in every language. */
const NAMES = /\w+:\/\/\S+|^\/\w+\/\S+$|\b[\w-]+(?:\.[\w-]+)+\b|CC BY-SA 4\.0|Loreleaf/g
const WORD = /[A-Za-z]{2,}/

const escaped = (words: string) => words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Takes words out of a text, wherever they stand alone. */
const without = (text: string, words: string) =>
  text.includes(words) ? text.replaceAll(new RegExp(`(?<!\\w)${escaped(words)}(?!\\w)`, 'g'), ' ') : text

/** What is left of a text when all is taken out that a catalogue gave, or that somebody wrote: words of the code. */
function hardWiredIn(text: string, names: readonly string[]): string {
  let rest = text.replaceAll(/\s+/g, ' ')
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(DISGUISED, ' ')
  }
  if (isWritten(rest.trim())) return ''
  for (const words of [...written, ...names]) rest = without(rest, words)
  rest = rest.replace(NAMES, ' ').trim()
  return WORD.test(rest) ? rest : ''
}

/** Which words that a page shows, or reads to people, come from neither a catalogue nor what somebody wrote. */
export async function hardWiredOn(page: Page, names: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    /** Where what people wrote stands, as they marked it up. */
    const WRITTEN =
      '.prose :is(p, li, td, th, h2, h3, h4), .statement, .claim, .quoted, :has(> mark), [contenteditable="true"]'
    const TOLD = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt']
    for (const details of document.querySelectorAll('details')) details.open = true
    const found = [document.title]
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('script, style, template, noscript, textarea, kbd, svg')) continue
      if (!element.checkVisibility()) continue
      for (const name of TOLD) found.push(element.getAttribute(name) ?? '')
      if (element.matches('[data-placeholder]')) found.push(element.getAttribute('data-placeholder') ?? '')
      if (element.matches(WRITTEN) || element.parentElement?.closest(WRITTEN)) continue
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '')
    }
    return [...new Set(found)]
  })
  return texts.map((text) => hardWiredIn(text.trim(), names)).filter((rest) => rest !== '')
}
