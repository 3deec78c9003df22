'use client'
import type { ReactNode } from 'react'
import { Problem } from '@/components/editor/Fields'
import { SuggestField } from '@/components/editor/suggest/SuggestField'
import type { Words } from '@/components/forms/plain/form-words'
import { PlainField } from '@/components/forms/plain/PlainField'
import { citationLimits } from '@/lib/content/citation-limits'
import type { GatePlace, Named } from '@/lib/entries/named'
import { messages } from '@/lib/messages/messages'

interface Props {
  words: Words
  problems: Record<string, string>
  places: GatePlace[]
  /** Somebody reviews it before it is published, whatever it says, so a note to reviewers makes sense. */
  isReviewed: boolean
  /** Shown first. */
  children: ReactNode
}

const names = [
  'about2',
  'about3',
  'under',
  'quote',
  'where2',
  'where3',
  'saidTo',
  'saidOn',
  'gate',
  'isPrivateLife',
  'topics',
  'note',
  'summary',
]
const unset = { gate: 'none' } as Words

/** The optional fields of a new fact, collapsed until one is filled in or has a problem. */
export function MoreOfFact({ words, problems, places, isReviewed, children }: Props) {
  const { newFact: texts, editing } = messages()
  const isFilled = names.some((name) => words[name] && words[name] !== unset[name])
  const isOpen = isFilled || [...names, 'about'].some((name) => problems[name])
  const plain = (name: string, label: string, hint?: string, isLong?: boolean) => (
    <PlainField
      name={name}
      label={label}
      hint={hint}
      value={words[name] ?? ''}
      isLong={isLong ?? false}
      problem={problems[name]}
    />
  )
  const choice = (name: string, label: string, options: [string, string][]) => (
    <div className="field">
      <label htmlFor={`plain-${name}`}>{label}</label>
      <select id={`plain-${name}`} name={name} defaultValue={words[name] ?? options[0]?.[0]}>
        {options.map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
      <Problem id={`plain-${name}`} text={problems[name]} />
    </div>
  )
  const more = (
    name: string,
    kind: Named['kind'],
    label: string,
    { hint, chosen }: { hint?: string; chosen?: string } = {},
  ) => (
    <SuggestField
      name={name}
      kind={kind}
      label={label}
      hint={hint}
      value={words[name] ?? ''}
      chosen={chosen}
      problem={problems[name]}
    />
  )
  const source = (name: string, label: string) =>
    more(name, 'source', label, { hint: texts.anotherSourceHint, chosen: words[`${name}Source`] ?? '' })
  return (
    <details className="more-of-fact" open={isOpen || undefined}>
      <summary>{texts.more}</summary>
      <div className="new-fact-fields">
        {children}
        {more('about2', 'page', texts.anotherPage(2))}
        {more('about3', 'page', texts.anotherPage(3))}
        {plain('under', texts.under, texts.underHint)}
        {plain('quote', texts.quote, texts.quoteHint(citationLimits.quote), true)}
        {choice('opened', texts.opened, Object.entries(texts.openings))}
        {source('where2', texts.anotherSource(2))}
        {source('where3', texts.anotherSource(3))}
        <div className="field-row">
          {plain('saidTo', texts.saidTo, texts.saidToHint)}
          {plain('saidOn', texts.saidOn, texts.saidOnHint)}
        </div>
        {choice('gate', texts.gate, [
          ...Object.entries(texts.gates),
          ...places.map((place): [string, string] => [String(place.id), texts.gateFrom(place.label)]),
        ])}
        <div className="field tick">
          <label>
            <input
              type="checkbox"
              name="isPrivateLife"
              defaultChecked={words.isPrivateLife === 'on'}
              aria-describedby="private-life-hint"
            />{' '}
            {editing.fact.isPrivateLife}
          </label>
          <p className="hint" id="private-life-hint">
            {editing.fact.isPrivateLifeHint}
          </p>
        </div>
        {plain('topics', editing.fact.topics, texts.topicsHint)}
        {plain('note', editing.fact.note, texts.noteHint, true)}
        <div className={isReviewed || words.summary ? undefined : 'if-private'}>
          {plain('summary', texts.summary)}
        </div>
      </div>
    </details>
  )
}
