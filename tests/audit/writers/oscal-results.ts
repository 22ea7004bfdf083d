/**
 * A reduced check of OSCAL assessment results, written from the model's reference (1.2.1): what we write of it, closed, with the
 * patterns of its data types. NIST's own schema is not on npm; what the writer makes was held to it on 2026-11-29.
 */
const uuid = {
  type: 'string',
  pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$',
};
const text = { type: 'string', pattern: '^\\S(?:[^\\n]*\\S)?$' };
const prose = { type: 'string', minLength: 1 };
const token = { type: 'string', pattern: '^(?:\\p{L}|_)(?:\\p{L}|\\p{N}|[.\\-_])*$' };
const time = {
  type: 'string',
  format: 'date-time',
  pattern: '(?:Z|[+-]\\d{2}:\\d{2})$',
};
const reference = { type: 'string', format: 'uri-reference' };

const closed = (properties: Record<string, object>, optional: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const some = (items: object): object => ({ type: 'array', minItems: 1, items });

const observation = closed(
  {
    uuid,
    title: prose,
    description: prose,
    props: some(closed({ name: token, ns: { type: 'string', format: 'uri' }, value: text })),
    methods: some({ type: 'string', enum: ['EXAMINE', 'INTERVIEW', 'TEST', 'UNKNOWN'] }),
    types: some(token),
    'relevant-evidence': some(closed({ href: reference, description: prose })),
    collected: time,
    remarks: prose,
  },
  ['remarks'],
);

const finding = closed({
  uuid,
  title: prose,
  description: prose,
  target: closed({
    type: { type: 'string', enum: ['statement-id', 'objective-id'] },
    'target-id': token,
    status: closed({ state: { type: 'string', enum: ['satisfied', 'not-satisfied'] }, reason: token }),
  }),
  'related-observations': some(closed({ 'observation-uuid': uuid })),
});

const result = closed(
  {
    uuid,
    title: prose,
    description: prose,
    start: time,
    'reviewed-controls': closed({
      'control-selections': some(closed({ 'include-controls': some(closed({ 'control-id': token })) })),
    }),
    observations: some(observation),
    findings: some(finding),
  },
  ['observations', 'findings'],
);

export const OSCAL_RESULTS = closed({
  'assessment-results': closed({
    uuid,
    metadata: closed({
      title: prose,
      'last-modified': time,
      version: text,
      'oscal-version': text,
      remarks: prose,
    }),
    'import-ap': closed({ href: reference }),
    results: some(result),
    'back-matter': closed({ resources: some(closed({ uuid, title: prose })) }),
  }),
});
