import { expect, it } from 'vitest'
import { namesIn, neededOf, partsOf } from './needed-sheet'

const needed = (sheet: string, html: string) => neededOf(partsOf(sheet), namesIn(html))

it.each([
  ['.a{margin:0}', '<p class="b a">'],
  ['.a .b:not(:hover){margin:0}', '<p id="x" class="a"><i class="b">'],
  ['@media (width<52rem){.a{margin:0}}', '<p class="a">'],
  ['p{margin:0}', '<p>'],
  ['P>x-y{margin:0}', '<p><x-y>'],
  [':root{--y:0}', '<p>'],
  ['*,:before{margin:0}', '<p>'],
  ['[data-x]::after{content:"}"}', '<p>'],
  ['@font-face{font-family:A}', '<p>'],
  ['@view-transition{navigation:auto}', '<p>'],
  ['@import "a.css";', '<p>'],
  [':is(h1,p){margin:0}', '<p>'],
  [':is(.x,.a) p{margin:0}', '<p class="a">'],
  ['.a:not(.x):nth-child(2n+1){margin:0}', '<p class="a">'],
  ['.a:not(:has(>.x)){margin:0}', '<p class="a">'],
  ['.a[href^=\\/x]{margin:0}', '<p>'],
  ['@supports selector(::details-content){.a::details-content{margin:0}}', '<p class="a">'],
  ['.a{margin:0;& .x{margin:0}}', '<p>'],
])('a rule that may say something of a page stays as it is: %s, %s', (sheet, html) => {
  expect(needed(sheet, html)).toBe(sheet)
})

it.each([
  ['.a{margin:0}', '<p>class a, .a</p>'],
  ['h1{margin:0}', '<p>h1</p>'],
  ['p.x,.a>q{margin:0}', '<p class="a">'],
  ['.prose:has(.figure)>:is(h2,.heading){margin:0}', '<p class="prose heading">'],
  [':is(.x,.y):is(.a,.b:nth-child(2)){margin:0}', '<p class="a b">'],
  ['.prose>.tiles{margin:0}.tiles .name{margin:0}', '<p class="prose name">'],
  ['@media (width<52rem){.x,.y.a{margin:0}}', '<p class="a">'],
  ['.a:hover{margin:0}', '<p class="a">'],
  ['.a:popover-open p{margin:0}', '<p class="a">'],
  ['@keyframes turn{to{rotate:1turn}}', '<p>'],
  ['@media print{p{margin:0}}', '<p>'],
  ['@media (prefers-reduced-motion:no-preference){p{margin:0}}', '<p>'],
  ['@media (forced-colors:active){p{margin:0}}', '<p>'],
])('one that says nothing of it, or of how it is first shown, goes: %s, %s', (sheet, html) => {
  expect(needed(sheet, html)).toBe('')
})

it('what stays of a sheet stays in its order, and of a list those selectors that may match', () => {
  const sheet =
    '.a,.x p,i{margin:0}.x{margin:0}@media (width<9rem){.x{margin:0}i{margin:1px;padding:0}}p{margin:2px}'
  expect(needed(sheet, '<p class="a"><i>')).toBe(
    '.a,i{margin:0}@media (width<9rem){i{margin:1px;padding:0}}p{margin:2px}',
  )
})
