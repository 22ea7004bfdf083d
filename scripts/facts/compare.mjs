// Holds what SDKs name against what our tables name. Pure: data in, lists of names out.

/**
 * @param extract what scripts/facts/extract.mjs read
 * @param tables `{ features, variables, hosts, generations }`, of the plugin's own data
 * @param reviewed facts/reviewed.json: kind → reason → names that need no row
 * @returns `unknown`: kind → names that neither a row nor the reviewed list has; `wrong`: statements of ours that the SDKs
 *   contradict; `gone`: kind → names of ours that no SDK has
 */
export function compare(extract, tables, reviewed) {
  const { features } = tables;
  const known = {
    methods: (path) =>
      features.some((f) => f.markers.methods?.some((pattern) => isExactly(path, pattern, f))),
    parameters: (name) => isParameter(features, name),
    tools: (name) => features.some((f) => f.markers.tools?.test(name)),
    betas: (name) => features.some((f) => f.id !== 'beta_unlisted' && f.markers.betas?.test(name)),
    models: (id) =>
      tables.generations.some(({ pattern }) => pattern.test(id)) ||
      features.some((f) =>
        f.markers.params?.some(({ path, is }) => path === 'model' && is instanceof RegExp && is.test(id)),
      ),
    hosts: (host) => tables.hosts.some(({ pattern, platform }) => platform !== 'other' && pattern.test(host)),
    variables: (name) => tables.variables.includes(name),
    data: (word) =>
      features.some(
        (f) =>
          JSON.stringify([f.note, f.kept, f.instead, f.title]).includes(word) ||
          f.markers.params?.some(({ path }) => path.split(/[.[\]]+/).includes(word)),
      ),
  };
  const named = {
    methods: Object.keys(extract.methods).map(bare),
    // Where a whole method is refused, its parameters need no row of their own.
    parameters: Object.entries(extract.methods)
      .filter(
        ([method]) =>
          !features.some(
            (f) => isRefused(f) && f.markers.methods?.some((p) => isBelow(bare(method), bare(p))),
          ),
      )
      .flatMap(([method, keys]) => keys.map((key) => `${bare(method)}(${key})`)),
    ...Object.fromEntries(
      ['tools', 'betas', 'models', 'hosts', 'variables', 'data'].map((kind) => [kind, extract[kind]]),
    ),
  };
  const unknown = {};
  for (const [kind, names] of Object.entries(named)) {
    const harmless = new Set(Object.values(reviewed[kind] ?? {}).flat());
    const left = [...new Set(names)].filter((name) => !known[kind](name) && !harmless.has(name));
    if (left.length > 0) unknown[kind] = left.sort();
  }
  return { unknown, wrong: wrong(extract, features, reviewed), gone: gone(named, features, reviewed) };
}

/** Both arrangements speak against it. */
const isRefused = ({ zdr, hipaa }) => zdr === 'no' && hipaa === 'no';

/** Methods are the same with and without `beta.`. */
const bare = (path) => path.replace(/^beta\./, '');

/**
 * A row knows a method by its path, or by a pattern. A pattern of a row that carries no content says nothing of resources
 * that are new: those have to be reviewed by name.
 */
function isExactly(path, pattern, feature) {
  const wanted = bare(pattern);
  if (!wanted.endsWith('.*')) return path === wanted;
  if (!path.startsWith(wanted.slice(0, -1))) return false;
  return feature.carriesContent !== false || path.split('.').length === wanted.split('.').length;
}

/** `messages.create(thinking)`: some row reads the field, or the model, or what is to be read. */
function isParameter(features, name) {
  const key = name.slice(name.indexOf('(') + 1, -1);
  return features.some((f) => f.markers.params?.some(({ path }) => path.split(/[.[]/)[0] === key));
}

/** Statements of our rows that the types contradict. */
function wrong(extract, features, reviewed) {
  const found = [];
  for (const method of extract.hipaa) {
    const rows = features.filter((f) =>
      f.markers.methods?.some((pattern) => isBelow(bare(method), bare(pattern))),
    );
    if (!rows.some((f) => f.hipaa === 'no'))
      found.push(`${method}: the types say that HIPAA readiness refuses it, and no row does`);
  }
  for (const [client, prefixes] of Object.entries(reviewed.absent ?? {})) {
    for (const prefix of prefixes) {
      if (extract.clients[client]?.some((method) => bare(method).startsWith(prefix)))
        found.push(`${client}.${prefix}: a note says that it is not there`);
    }
  }
  return found.sort();
}

function isBelow(path, pattern) {
  return pattern.endsWith('.*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** What rows name and no SDK has. */
function gone({ methods, tools, betas }, features, reviewed) {
  const kept = new Set(Object.values(reviewed.gone ?? {}).flat());
  const none = (names, test) => !names.some(test);
  const patterns = {
    methods: features.flatMap((f) =>
      (f.markers.methods ?? []).filter((p) => none(methods, (m) => isBelow(m, bare(p)))),
    ),
    tools: features
      .filter((f) => f.markers.tools && none(tools, (t) => f.markers.tools.test(t)))
      .map((f) => f.id),
    betas: features
      .filter(
        (f) => f.markers.betas && f.id !== 'beta_unlisted' && none(betas, (b) => f.markers.betas.test(b)),
      )
      .map((f) => f.id),
  };
  return Object.fromEntries(
    Object.entries(patterns)
      .map(([kind, names]) => [kind, names.filter((n) => !kept.has(n))])
      .filter(([, names]) => names.length > 0),
  );
}

/** Rows that were checked longer ago than this many days. */
export function oldRows(rows, days, today) {
  const limit = new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  return rows
    .filter(({ checkedOn }) => checkedOn < limit)
    .map(({ name, checkedOn }) => `${name} (${checkedOn})`);
}
