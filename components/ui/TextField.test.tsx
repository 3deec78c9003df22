import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { LongField } from './LongField'
import { TextField } from './TextField'

describe('a field to write in', () => {
  test.each([
    ['one line', <TextField key="one" label="Name" name="name" />],
    ['several lines', <LongField key="several" label="Reason" name="reason" />],
  ])('of %s begins on the side from which its words are read', (_, field) => {
    expect(renderToStaticMarkup(field)).toContain('dir="auto"')
  })
})
