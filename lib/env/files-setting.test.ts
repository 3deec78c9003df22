import { describe, expect, test } from 'vitest'
import { readFilesSetting } from './files-setting'

describe('where files are stored', () => {
  test('is a folder in the data folder, unless an address says otherwise', () => {
    expect(readFilesSetting(undefined, '/data')).toEqual({ kind: 'folder', folder: '/data/files' })
    expect(readFilesSetting('', '/data')).toEqual({ kind: 'folder', folder: '/data/files' })
  })

  test('is a bucket, with the key to it', () => {
    const rest = { kind: 's3', bucket: 'wiki', accessKeyId: 'AKIA', secretAccessKey: 'a/b+c' }
    expect(readFilesSetting('s3://AKIA:a%2Fb%2Bc@s3.example/wiki?region=eu-west-1', '/data')).toEqual({
      ...rest,
      ...{ endpoint: 'https://s3.example', region: 'eu-west-1' },
    })
    expect(readFilesSetting('s3://AKIA:a%2Fb%2Bc@minio:9000/wiki/?tls=no', '/data')).toEqual({
      ...rest,
      ...{ endpoint: 'http://minio:9000', region: 'us-east-1' },
    })
  })

  test.each([
    ['/srv/files', 'must be an address like'],
    ['https://s3.example/wiki', 'must be an address like'],
    ['s3://AKIA:secret@s3.example', 'one bucket'],
    ['s3://AKIA:secret@s3.example/wiki/files', 'one bucket'],
    ['s3://AKIA:secret@s3.example/Wiki_Files', 'one bucket'],
    ['s3://AKIA:sec/ret@s3.example/wiki', 'like s3://'],
    ['s3://s3.example/wiki', 'a key and a secret'],
    ['s3://AKIA:%zz@s3.example/wiki', 'a key and a secret'],
    ['s3://AKIA:secret@s3.example/wiki?reigon=eu', 'no parameter "reigon"'],
    ['s3://AKIA:secret@s3.example/wiki?region=EU_West', 'like eu-west-1'],
    ['s3://AKIA:secret@s3.example/wiki?tls=off', '"no" or nothing'],
  ])('%s is refused in a sentence that has no secret in it', (url, sentence) => {
    const setting = readFilesSetting(url, '/data')
    expect(setting).toHaveProperty('fault', expect.stringContaining(sentence))
    expect(JSON.stringify(setting)).not.toContain('AKIA')
  })
})
