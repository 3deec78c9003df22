'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { setRoleAction } from '@/lib/accounts/actions'
import { givenRoles } from '@/lib/accounts/roles'
import { messages } from '@/lib/messages/messages'

/** Gives an account another role, with a public reason. `role` is the current one. */
export function RoleForm({ accountId, role }: { accountId: number; role: string }) {
  const texts = messages().accounts.setRole
  return (
    <ActionForm action={setRoleAction} submit={texts.submit} busy={texts.busy}>
      {({ typed, problem }) => (
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
                  defaultChecked={given === (typed('role') ?? role)}
                />
                {texts.roles[given]}
              </label>
            ))}
            {problem('role') && <p className="problem">{problem('role')}</p>}
          </fieldset>
          <TextField
            label={texts.reason}
            name="reason"
            hint={texts.reasonHint}
            defaultValue={typed('reason')}
            problem={problem('reason')}
            autoComplete="off"
            required
          />
        </>
      )}
    </ActionForm>
  )
}
