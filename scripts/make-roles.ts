import { APPLICATION_ROLE, OWNER_ROLE, prepareDatabase, WORKER_ROLE } from '@/db/postgres/roles'
import { command, PlainError } from './plain-error'
import { say } from './say'

/**
 * Makes the database and the roles that `DATABASE_MIGRATION_URL`, `DATABASE_URL` and, where it is set,
 * `DATABASE_WORKER_URL` name, with the passwords in them, as the superuser of `DATABASE_ADMIN_URL`. Doing it again changes
 * only passwords.
 */
command(async () => {
  const admin = address('DATABASE_ADMIN_URL')
  const owner = address('DATABASE_MIGRATION_URL', OWNER_ROLE)
  const application = address('DATABASE_URL', APPLICATION_ROLE)
  const worker = process.env.DATABASE_WORKER_URL ? address('DATABASE_WORKER_URL', WORKER_ROLE) : undefined
  const name = decodeURIComponent(owner.pathname.slice(1))
  await prepareDatabase(admin.href, name, {
    owner: decodeURIComponent(owner.password),
    application: decodeURIComponent(application.password),
    ...(worker && { worker: decodeURIComponent(worker.password) }),
  })
  const roles = [OWNER_ROLE, APPLICATION_ROLE, ...(worker ? [WORKER_ROLE] : [])]
  say(`The database ${name} and its roles ${roles.join(', ')} are there.`)
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
