'use client'
import { useEffect, useRef } from 'react'
import { TextField } from '@/components/ui/TextField'
import { LEAST_PASSWORD } from '@/lib/accounts/passwords/limits'
import { messages } from '@/lib/messages/messages'
import type { Messages } from '@/lib/messages/widened'
import { paths } from '@/lib/routes'

interface Props {
  /** The name of the account that was signed in until now; null for a visitor. */
  knownAs: string | null
  /** From an answer to a form without JavaScript. */
  typed?: Record<string, string>
  problems: Record<string, string>
}

/**
 * Name and password inside a form that is sent with them: for a new account or an existing one. CSS shows the fields of
 * the chosen way (`for-new`, `for-old`), so it works without JavaScript.
 */
export function EnterFields({ knownAs, typed = {}, problems }: Props) {
  const { entering, accounts } = messages()
  const box = useRef<HTMLFieldSetElement>(null)
  const name = typed.accountName ?? knownAs ?? ''
  const way = typed.accountWay ?? (knownAs === null ? 'new' : 'old')

  useEffect(() => {
    const inputs = box.current?.querySelectorAll<HTMLInputElement>('input:not([type="radio"])') ?? []
    ;[...inputs].find((input) => input.value === '')?.focus()
    box.current?.scrollIntoView({ block: 'center' })
  }, [])

  return (
    <fieldset className="enter-fields" ref={box}>
      <legend>{knownAs === null ? entering.first : entering.ended}</legend>
      <p className="quiet" role="alert">
        {knownAs === null ? entering.intro : entering.endedIntro}
      </p>
      <div className="choices">
        {(['new', 'old'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="accountWay" value={one} defaultChecked={way === one} />
            {entering.ways[one]}
          </label>
        ))}
      </div>
      <TextField
        label={accounts.name.label}
        name="accountName"
        defaultValue={name}
        problem={problems.accountName}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <p className="hint for-new">{accounts.signUp.nameHint}</p>
      <TextField
        label={accounts.password.label}
        name="accountPassword"
        type="password"
        problem={problems.accountPassword}
        autoComplete={way === 'new' ? 'new-password' : 'current-password'}
      />
      <p className="hint for-new">{accounts.signUp.passwordHint(LEAST_PASSWORD)}</p>
      {problems.accountAnswer && (
        <TextField
          label={accounts.signUp.answerLabel}
          name="accountAnswer"
          defaultValue={typed.accountAnswer}
          problem={problems.accountAnswer}
          autoComplete="off"
        />
      )}
      <p className="hint for-old">
        {entering.otherWay}{' '}
        <a href={paths.signIn()} target="_blank" rel="noreferrer">
          {entering.otherPage}
        </a>
        . {entering.otherThen}
      </p>
    </fieldset>
  )
}

/** The label of such a form's button. */
export function EnterLabel({ goOn }: { goOn: keyof Messages['entering']['goOn'] }) {
  const { entering } = messages()
  return (
    <>
      <span className="for-new">{entering.goOn[goOn].new}</span>
      <span className="for-old">{entering.goOn[goOn].old}</span>
    </>
  )
}
