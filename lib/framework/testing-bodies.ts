/** A body and the headers that it is sent with. */
export interface Sent {
  body: string | Buffer<ArrayBuffer>
  headers: Record<string, string>
}

const BOUNDARY = 'a-boundary'
const part = (name: string, value: string, more = '') =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
const end = `--${BOUNDARY}--\r\n`
const type = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

/** A multipart form of these fields. */
export const multipart = (fields: [string, string][]): Sent => ({
  body: fields.map(([name, value]) => part(name, value)).join('') + end,
  headers: type,
})

/** What React sends from a script (`encodeReply`): the fields of the form, then the arguments. */
export function sentByScript(
  action: string,
  fields: [string, string][],
  state: object = { state: 'idle' },
): Sent {
  const named = fields.map(([name, value]): [string, string] => [`_1_${name}`, value])
  const { body, headers } = multipart([...named, ['0', JSON.stringify([state, '$K1'])]])
  return { body, headers: { ...headers, 'next-action': action } }
}

/** What a browser sends without scripts. */
export const posted = (action: string, fields: [string, string][]): Sent =>
  multipart([
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', JSON.stringify({ id: action, bound: '$@1' })],
    ['$ACTION_1:1', '[{"state":"idle"}]'],
    ['$ACTION_KEY', 'k1'],
    ...fields,
  ])

/** What clients that are broken, or mean harm, send to an action of this name: each with what is wrong with it. */
export function malformedBodies(action: string): [string, Sent][] {
  const call = (fields: [string, string][], headers = {}): Sent => {
    const sent = multipart(fields)
    return { body: sent.body, headers: { ...sent.headers, 'next-action': action, ...headers } }
  }
  const root = (json: string) =>
    call([
      ['_1_a', 'b'],
      ['0', json],
    ])
  const raw = (body: Sent['body'], headers: Record<string, string> = type) => ({ body, headers })
  const called = (body: Sent['body'], headers: Record<string, string> = type) =>
    raw(body, { ...headers, 'next-action': action })
  const described = (value: string) =>
    multipart([
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', value],
      ['$ACTION_1:1', '[{}]'],
    ])
  const json = { 'content-type': 'application/json' }

  return [
    ['nothing', called('')],
    ['nothing, and no action', raw('')],
    ['no content type', called('x', {})],
    ['no boundary', called(end, { 'content-type': 'multipart/form-data' })],
    ['an empty boundary', called(end, { 'content-type': 'multipart/form-data; boundary=' })],
    [
      'another boundary',
      called(part('0', '[{},"$K1"]') + end, { 'content-type': 'multipart/form-data; boundary=b' }),
    ],
    ['a form that is cut short in a value', called(part('_1_a', 'b') + part('0', '[{},"$K').slice(0, -2))],
    ['a form that is cut short in a header', called(`--${BOUNDARY}\r\nContent-Disposition: form-`)],
    ['a form without its end', called(part('0', '[{},"$K1"]'))],
    ['a part without a name', called(`--${BOUNDARY}\r\nContent-Disposition: form-data\r\n\r\nx\r\n${end}`)],
    ['a part without headers', called(`--${BOUNDARY}\r\n\r\nx\r\n${end}`)],
    [
      'a form of bytes that are no UTF-8',
      called(Buffer.from(`${part('_1_a', 'é')}${part('0', '[{},"$K1"]')}${end}`, 'latin1')),
    ],
    ['a file', called(part('_1_a', 'b', '; filename="a.txt"') + part('0', '[{},"$K1"]') + end)],
    [
      'a form as it stands in an address',
      called('0=a', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['JSON', called('[{"state":"idle"},"$K1"]', json)],
    ['text', called('[]', { 'content-type': 'text/plain;charset=UTF-8' })],
    ['JSON that is none', called('{"', json)],
    ['no arguments', call([['_1_a', 'b']])],
    [
      'arguments twice',
      call([
        ['0', '[{},"$K1"]'],
        ['0', '[{},"$K1"]'],
      ]),
    ],
    ['arguments that are no JSON', root('[{"state":')],
    ['arguments that are no list', root('{"0":{},"1":"$K1"}')],
    ['arguments that are a number', root('7')],
    ['no argument', root('[]')],
    ['one argument', root('["$K1"]')],
    ['three arguments', root('[{},"$K1","$K1"]')],
    ['null for a form', root('[{},null]')],
    ['an object for a form', root('[{},{"a":"b"}]')],
    ['text for a form', root('[{},"b"]')],
    ['an action for a form', root('[{},"$F1"]')],
    ['a map for a form', root('[{},"$Q1"]')],
    ['a set for a form', root('[{},"$W1"]')],
    ['a promise for a form', root('[{},"$@1"]')],
    ['itself for a form', root('[{},"$0"]')],
    ['a path through itself for a form', root('[{},"$0:1:1:__proto__"]')],
    ['an iterator for a form', root('[{},"$i1"]')],
    ['a stream for a form', root('[{},"$R1"]')],
    ['a buffer for a form', root('[{},"$A1"]')],
    ['a form without a number', root('[{},"$K"]')],
    ['a form whose number is none', root('[{},"$Kzz"]')],
    ['a form whose number is beyond all', root(`[{},"$K${'f'.repeat(400)}"]`)],
    ['a list of lists without end', root(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)],
    [
      'a name that is none',
      { ...call([['0', '[{},"$K1"]']]), headers: { ...type, 'next-action': 'savePage' } },
    ],
    [
      'a name of the prototype',
      { ...call([['0', '[{},"$K1"]']]), headers: { ...type, 'next-action': '__proto__' } },
    ],
    ['an empty name', { ...call([['0', '[{},"$K1"]']]), headers: { ...type, 'next-action': '' } }],
    ['no action among the fields', multipart([['name', 'Aled']])],
    ['an action by its name alone', multipart([[`$ACTION_ID_${action}`, '']])],
    ['an action that is described nowhere', multipart([['$ACTION_REF_1', '']])],
    [
      'an action that is described twice',
      multipart([
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', '{}'],
        ['$ACTION_1:0', '{}'],
      ]),
    ],
    [
      'two actions',
      multipart([
        ['$ACTION_REF_1', ''],
        ['$ACTION_REF_2', ''],
        ['$ACTION_1:0', `{"id":"${action}"}`],
      ]),
    ],
    ['a description that is no JSON', described('{"id":"')],
    ['a description that is null', described('null')],
    ['a description without a name', described('{"bound":"$@1"}')],
    ['a description with a list for a name', described(`{"id":["${action}"],"bound":"$@1"}`)],
    ['a description of a name that is none', described('{"id":"constructor","bound":"$@1"}')],
  ]
}
