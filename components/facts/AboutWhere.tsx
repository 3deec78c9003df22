'use client'
import { useEffect, useRef, useState } from 'react'
import { LookUpNote } from '@/components/editor/citations/LookUpNote'
import { useLookUp } from '@/components/editor/citations/use-look-up'
import type { Words } from '@/components/forms/plain/form-words'
import { PlainField } from '@/components/forms/plain/PlainField'
import { isLookedUp } from '@/lib/citations/source-line'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { messages } from '@/lib/messages/messages'

interface Props {
  words: Words
  problems: Record<string, string>
  writtenAs: string
}

/**
 * What is known about the first source of a new fact, once its link is there: whether the wiki has it, and what was read
 * where it leads, in fields that can be corrected. What somebody has typed into them stays. Nothing without a script.
 */
export function AboutWhere({ words, problems, writtenAs }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [where, setWhere] = useState(words.whereSource ? '' : (words.where ?? ''))
  const found = useLookUp(where, writtenAs)
  const told = found.answer?.source
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const read = () => {
      const said = new FormData(form)
      setWhere(said.get('whereSource') ? '' : String(said.get('where') ?? '').trim())
    }
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [])
  // What was read at another link goes, what somebody typed stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the link is another one
  useEffect(() => takeBack(place.current), [where])
  useEffect(() => {
    if (told) fillIn(place.current, told, found.answer?.locator ?? null)
  }, [told, found.answer?.locator])

  const { source: labels, citation } = messages().editing
  const field = (name: string, label: string, hint?: string) => (
    <PlainField name={name} label={label} hint={hint} value={words[name] ?? ''} problem={problems[name]} />
  )
  const isShown = isLookedUp(where) && !found.answer?.known
  return (
    <div ref={place} className="about-where">
      <LookUpNote found={found} />
      {isShown && (
        <div className="new-fact-fields">
          {field('whereTitle', labels.title, labels.hints.title)}
          <div className="field-row">
            {field('wherePublisher', labels.publisher)}
            {field('whereIssued', labels.issued, labels.hints.issued)}
          </div>
          <div className="field-row">
            {field('whereAuthors', labels.authors, messages().newFact.authorsHint)}
            {field('whereAt', citation.locator, citation.hints.locator)}
          </div>
        </div>
      )}
      {found.answer?.known && found.answer.locator && (
        <input type="hidden" name="whereAt" value={found.answer.locator} readOnly />
      )}
    </div>
  )
}

/** Writes what was looked up into the fields that are empty. */
function fillIn(place: HTMLElement | null, told: SourceContent, locator: string | null): void {
  const values: Record<string, string | null> = {
    whereTitle: told.title,
    wherePublisher: told.publisher,
    whereIssued: told.issued,
    whereAuthors: told.authors.join('; '),
    whereAt: locator,
  }
  for (const [name, value] of Object.entries(values)) {
    const field = place?.querySelector<HTMLInputElement>(`[name=${name}]`)
    if (field?.value === '' && value) write(field, value)
  }
}

function takeBack(place: HTMLElement | null): void {
  for (const field of place?.querySelectorAll<HTMLInputElement>('[data-told]') ?? [])
    if (field.value === field.dataset.told) write(field, '')
}

/** Tells the form, so that it is part of the draft. */
function write(field: HTMLInputElement, value: string): void {
  field.value = value
  field.dataset.told = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
