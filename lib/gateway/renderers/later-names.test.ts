import { transformSync } from 'esbuild'
import { expect, it } from 'vitest'
import { namesOfScripts } from './later-names'

it('what scripts put into a page is known by where they set it', () => {
  const { code } = transformSync(
    `export function show(part, isUrgent, look) {
      part.className = 'far here'
      part.classList.toggle('chosen', isUrgent)
      return make('aside', { title: 'other words', class: isUrgent ? 'urgent' : undefined, id: 'x' }, look, closest('.not-set'))
    }`,
    { minify: true },
  )
  const names = namesOfScripts([code])
  for (const name of ['.far', '.here', '.chosen', '.urgent', 'aside']) expect(names, name).toContain(name)
  for (const name of ['.x', '.words', '.not-set', '.aside']) expect(names, name).not.toContain(name)
})
