'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { endOtherSessionsAction, endSessionAction } from '@/lib/accounts/actions'
import type { OwnSession } from '@/lib/accounts/loaders'
import { messages } from '@/lib/messages/messages'

/** The browsers that are signed in with an account, and how each is signed out. */
export function SessionList({ sessions }: { sessions: OwnSession[] }) {
  const texts = messages().ownAccount.sessions
  return (
    <>
      <ul className="session-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <strong>{session.browser}</strong>
              {session.isHere && <span className="is-here">{texts.here}</span>}
              <p className="hint">
                {texts.opened(session.opened)}, {texts.seen(session.seen)}
              </p>
            </div>
            {!session.isHere && (
              <ActionForm
                action={endSessionAction}
                submit={
                  <>
                    {texts.end}
                    <span className="sr-only">{texts.endWhich(session.browser)}</span>
                  </>
                }
                busy={texts.ending}
                isQuiet
              >
                {() => <input type="hidden" name="sessionId" value={session.id} />}
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <ActionForm action={endOtherSessionsAction} submit={texts.endOthers} busy={texts.endingOthers}>
          {() => null}
        </ActionForm>
      )}
    </>
  )
}
