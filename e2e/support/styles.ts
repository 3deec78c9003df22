import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** Every style sheet of the build. */
const built = () => {
  const sheets = readdirSync('.next/static/chunks').filter((name) => name.endsWith('.css'))
  return sheets.map((name) => readFileSync(`.next/static/chunks/${name}`, 'utf8'))
}

/** The rules of the build that concern something on this page, and that this page was not given. */
export function missingStyles(page: Page): Promise<string[]> {
  return page.evaluate((sheets) => {
    type Found = { rule: CSSStyleRule; key: string }
    function rulesOf(list: CSSRuleList, under = ''): Found[] {
      return [...list].flatMap((rule) => {
        if (rule instanceof CSSStyleRule) return [{ rule, key: `${under} ${rule.cssText}` }]
        const condition = rule instanceof CSSConditionRule ? `${under} ${rule.conditionText}` : under
        return rule instanceof CSSGroupingRule ? rulesOf(rule.cssRules, condition) : []
      })
    }
    function concernsThisPage({ selectorText }: CSSStyleRule): boolean {
      const state = /::[\w-]+|:(?:hover|active|focus|focus-visible|focus-within|target|target-current)\b/g
      try {
        return document.querySelector(selectorText.replace(state, '') || '*') !== null
      } catch {
        return false
      }
    }
    const here = new Set(
      [...document.styleSheets].flatMap((sheet) => rulesOf(sheet.cssRules).map(({ key }) => key)),
    )
    const all = sheets.flatMap((text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      return rulesOf(sheet.cssRules)
    })
    const missing = all.filter(({ rule, key }) => !here.has(key) && concernsThisPage(rule))
    return [...new Set(missing.map(({ rule }) => rule.cssText))]
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
