import { APPLICATION_ROLE, OWNER_ROLE, prepareDatabase } from '@/db/roles'
import { command, PlainError } from './plain-error'
import { say } from './say'

/**
 * Makes the database and the two roles that `DATABASE_MIGRATION_URL` and `DATABASE_URL` name, with the passwords in
 * them, as the superuser of `DATABASE_ADMIN_URL`. Doing it again changes only passwords.
 */
command(async () => {
  const admin = address('DATABASE_ADMIN_URL')
  const owner = address('DATABASE_MIGRATION_URL', OWNER_ROLE)
  const application = address('DATABASE_URL', APPLICATION_ROLE)
  const name = decodeURIComponent(owner.pathname.slice(1))
  await prepareDatabase(admin.href, name, {
    owner: decodeURIComponent(owner.password),
    application: decodeURIComponent(application.password),
  })
  say(`The database ${name} and its roles ${OWNER_ROLE} and ${APPLICATION_ROLE} are there.`)
})

function address(variable: string, user?: string): URL {
  const text = process.env[variable] ?? ''
  if (!URL.canParse(text))
    throw new PlainError(`${variable} must be an address like postgres://user:password@host/name`)
  const url = new URL(text)
  if (user && url.username !== user)
    throw new PlainError(`${variable} must be the address of the role ${user}.`)
  return url
}
