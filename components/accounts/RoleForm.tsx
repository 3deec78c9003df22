'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { setRoleAction } from '@/lib/accounts/actions'
import { givenRoles } from '@/lib/accounts/roles'
import { messages } from '@/lib/messages/messages'

/** Gives an account another role, with a public reason. `role` is the current one. */
export function RoleForm({ accountId, role }: { accountId: number; role: string }) {
  const texts = messages().accounts.setRole
  return (
    <ActionForm action={setRoleAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <fieldset className="choices">
            <legend>{texts.role}</legend>
            {givenRoles.map((given) => (
              <label key={given}>
                <input
                  type="radio"
                  name="role"
                  value={given}
                  defaultChecked={given === (filled.typed('role') ?? role)}
                />
                {texts.roles[given]}
              </label>
            ))}
            {filled.problem('role') && <p className="problem">{filled.problem('role')}</p>}
          </fieldset>
          <ReasonField {...filled} label={texts.reason} hint={texts.reasonHint} />
        </>
      )}
    </ActionForm>
  )
}
