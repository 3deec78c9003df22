import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** Every style sheet of the build. */
const built = () => {
  const sheets = readdirSync('.next/static/chunks').filter((name) => name.endsWith('.css'))
  return sheets.map((name) => readFileSync(`.next/static/chunks/${name}`, 'utf8'))
}

/**
 * The rules of the build that concern something on this page and that this page was not given, selector by selector; and
 * those that it was given in another order than the build has them.
 */
export function missingStyles(page: Page): Promise<string[]> {
  return page.evaluate((texts) => {
    type Found = { selector: string; key: string }
    function rulesOf(list: CSSRuleList, under = ''): Found[] {
      return [...list].flatMap((rule) => {
        if (rule instanceof CSSStyleRule)
          return rule.selectorText
            .split(/,(?![^()]*\))/)
            .map((one) => ({ selector: one.trim(), key: `${under} ${one.trim()} {${rule.style.cssText}}` }))
        const condition = rule instanceof CSSConditionRule ? `${under} ${rule.conditionText}` : under
        return rule instanceof CSSGroupingRule ? rulesOf(rule.cssRules, condition) : []
      })
    }
    function concernsThisPage({ selector }: Found): boolean {
      const state = /::[\w-]+|:(?:hover|active|focus|focus-visible|focus-within|target|target-current)\b/g
      try {
        return document.querySelector(selector.replace(state, '') || '*') !== null
      } catch {
        return false
      }
    }
    const given = [...document.styleSheets, ...document.adoptedStyleSheets].map((sheet) =>
      rulesOf(sheet.cssRules).map(({ key }) => key),
    )
    const here = new Set(given.flat())
    const faults = texts.flatMap((text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      const all = rulesOf(sheet.cssRules)
      const place = new Map(all.map(({ key }, at) => [key, at]))
      const excerpts = given.filter((keys) => keys.length > 0 && keys.every((key) => place.has(key)))
      const misplaced = excerpts.flatMap((keys) =>
        keys.filter((key, at) => Number(place.get(key)) < Number(place.get(keys[at - 1] ?? key))),
      )
      const missing = all.filter((rule) => !here.has(rule.key) && concernsThisPage(rule))
      return [...missing.map(({ key }) => key), ...misplaced.map((key) => `misplaced: ${key}`)]
    })
    return [...new Set(faults)]
  }, built())
}

/** The classes that only these files of `components/styles/` know, of all there are. */
export function classesOnlyOf(names: readonly string[]): string[] {
  const classesIn = (file: string) =>
    [...readFileSync(`components/styles/${file}`, 'utf8').matchAll(/\.([a-z][\w-]*)/g)].map(
      ([, name = '']) => name,
    )
  const files = readdirSync('components/styles')
  const others = new Set(files.filter((file) => !names.includes(file)).flatMap(classesIn))
  return [...new Set(names.flatMap(classesIn))].filter((name) => !others.has(name))
}
