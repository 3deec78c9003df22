import { describe, expect, test } from 'vitest'
import { setStylesAside } from './pasted-styles'

const aside = (html: string) => setStylesAside(html).html

describe('styles of what is pasted are set aside', () => {
  test.each([
    ['<b style="font-weight:700">', '<b data-pasted-style="font-weight:700">'],
    [`<P CLASS=x STYLE='color: red'>`, `<P CLASS=x data-pasted-style='color: red'>`],
    ['<td width=5 style=width:5px>', '<td width=5 data-pasted-style=width:5px>'],
    ['<p\nstyle = "a"/>', '<p\ndata-pasted-style = "a"/>'],
    ['<p title="a > b" style="x">', '<p title="a > b" data-pasted-style="x">'],
    [`<p title='she said "style=1"' style="x">`, `<p title='she said "style=1"' data-pasted-style="x">`],
  ])('of %j', (pasted, expected) => expect(aside(pasted)).toBe(expected))

  test.each([
    '<p>style="x" is said here, and 1 < 2 style="y"</p>',
    '<p title="style=1">a</p>',
    '<p data-style="a" my-style="b">',
    '<p style>',
  ])('but nothing else of %j', (pasted) => expect(aside(pasted)).toBe(pasted))

  test('sheets are taken out whole, however they end', () => {
    const pasted = `<style><!-- p.Mso { font-weight: bold } --></style><p class=Mso style="a">x</p><style type="text/css">i{}`
    expect(setStylesAside(pasted)).toEqual({
      html: '<p class=Mso data-pasted-style="a">x</p>',
      sheets: ['<!-- p.Mso { font-weight: bold } -->', 'i{}'],
    })
  })
})
