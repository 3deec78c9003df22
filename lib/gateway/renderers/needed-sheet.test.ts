import { expect, it } from 'vitest'
import { classesIn, isNeeded, needsOf } from './needed-sheet'

const needed = (sheet: string, html: string) => isNeeded(needsOf(sheet), classesIn(html))

it.each([
  ['.a{margin:0}', '<p class="b a">'],
  ['.x{margin:0}.a .b:hover{margin:0}', '<p class="a"><i class="b">'],
  ['@media (width<52rem){.x,.a{margin:0}}', '<p class="a">'],
  ['p{margin:0}', '<p>'],
  ['.x{margin:0}:root{--y:0}', '<p>'],
  ['@font-face{font-family:A}', '<p>'],
  ['@keyframes turn{to{rotate:1turn}}', '<p>'],
  [':is(h1,h2){margin:0}', '<p>'],
  [':is(.x,.a) p,.y{margin:0}', '<p class="a">'],
  ['.a:not(.x):nth-child(2n+1){margin:0}', '<p class="a">'],
])('a sheet that may say something of a page stays: %s, %s', (sheet, html) => {
  expect(needed(sheet, html)).toBe(true)
})

it.each([
  ['.a{margin:0}', '<p>class a, .a</p>'],
  ['.prose:has(.figure)>:is(h2,.heading){margin:0}', '<p class="prose heading">'],
  [':is(.x,.y):is(.a,.b:nth-child(2)){margin:0}', '<p class="a b">'],
  ['.prose>.tiles{margin:0}.tiles .name{margin:0}', '<p class="prose name">'],
  ['@media (width<52rem){.x,.y.a{margin:0}}', '<p class="a">'],
])('one that says nothing of it goes: %s, %s', (sheet, html) => {
  expect(needed(sheet, html)).toBe(false)
})
