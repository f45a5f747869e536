import { assertNever } from '../../domain/assert-never.ts';
import { COMMERCE_FORMS } from './commerce-forms.ts';
import { refuseSqlCall, sqlCall } from './sql/sql-settings.ts';
import { readStatement } from './sql/statement.ts';
import { casesOf, type ConnectorsFile, type ToolCase, type ToolSettings } from './settings.ts';
import { isBlock, namesIn, pathsIn, plainText } from './template.ts';

/** Something that no single value shows to be wrong, with the place where it stands. */
export interface SettingsFault {
  readonly path: readonly PropertyKey[];
  /** Ends in what was expected. */
  readonly text: string;
}

type Path = readonly PropertyKey[];

/** What a call may refer to, and where it stands. */
interface Place {
  readonly path: Path;
  readonly effect: 'read' | 'write';
  readonly private: boolean;
  /** Names that stand for something here. */
  readonly names: readonly string[];
  readonly inputs: readonly string[];
}

const ALWAYS = ['input', 'key', 'now'] as const;

/** Looks at a whole file whose parts are right by themselves. `rules`: those of policies.yaml, undefined when that is not readable. */
export function checkConnectedSettings(file: ConnectorsFile, rules: ReadonlySet<string> | undefined): readonly SettingsFault[] {
  return [
    ...checkCustomers(file),
    ...Object.entries(file.records).flatMap(([table, record]) =>
      checkCall(
        file,
        { ...record, owner: undefined },
        { path: ['records', table], effect: 'read', private: false, names: [...ALWAYS], inputs: ['record'] },
      ),
    ),
    ...Object.entries(file.tools).flatMap(([name, tool]) => checkTool(file, name, tool, rules)),
  ];
}

function checkCustomers(file: ConnectorsFile): readonly SettingsFault[] {
  if (!file.customers) {
    const isNeeded = Object.keys(file.tools).length > 0;
    return isNeeded
      ? [{ path: ['customers'], text: 'missing, expected byEmail and byId: without them nobody can prove who they are' }]
      : [];
  }
  const place = { effect: 'read', private: false } as const;
  return [
    ...checkCall(file, file.customers.byEmail, { ...place, path: ['customers', 'byEmail'], names: [...ALWAYS], inputs: ['email'] }),
    ...checkCall(file, file.customers.byId, { ...place, path: ['customers', 'byId'], names: [...ALWAYS, 'customer'], inputs: [] }),
  ];
}

function checkTool(
  file: ConnectorsFile,
  name: string,
  tool: ToolSettings,
  rules: ReadonlySet<string> | undefined,
): readonly SettingsFault[] {
  const path = ['tools', name];
  const inputs = Object.keys(tool.input ?? COMMERCE_FORMS[name]?.input ?? {});
  const base = { effect: 'read', private: tool.private, inputs } as const;
  const first = Object.entries(tool.first ?? {});
  const always = [...ALWAYS, ...(tool.private ? ['customer'] : [])];
  const known = [...always, ...first.map(([as]) => as)];
  const cases = casesOf(tool);
  const isListed = tool.cases !== undefined;
  return [
    ...(isListed && (tool.connector !== undefined || tool.call !== undefined)
      ? [{ path: [...path, 'cases'], text: 'beside a call, expected either `cases` or `connector` and `call`' }]
      : []),
    ...first.flatMap(([as, lookup], index) =>
      checkCall(file, lookup, {
        ...base,
        path: [...path, 'first', as],
        names: [...always, ...first.slice(0, index).map(([before]) => before)],
      }),
    ),
    ...cases.flatMap((each, index) => {
      const place = { ...base, effect: tool.effect, path: isListed ? [...path, 'cases', index] : path, names: known };
      return [...checkCall(file, each, place), ...checkBound(file, tool, each, place)];
    }),
    ...(tool.confirm ? checkCall(file, tool.confirm, { ...base, path: [...path, 'confirm'], names: [...known, 'output'] }) : []),
    ...checkRules(tool, rules, path),
    ...checkPolicy(tool, path),
  ];
}

/** Every "no" that a customer reads is one of the company's sentences. */
function checkRules({ refusals = {} }: ToolSettings, rules: ReadonlySet<string> | undefined, path: Path): readonly SettingsFault[] {
  return Object.entries(refusals).flatMap(([code, rule]) =>
    (rules?.has(rule) ?? true)
      ? []
      : [{ path: [...path, 'refusals', code], text: `found "${rule}", expected a rule with its sentences in policies.yaml` }],
  );
}

function checkPolicy(tool: ToolSettings, path: Path): readonly SettingsFault[] {
  const faults: SettingsFault[] = [];
  if (tool.approval !== 'automatic' && 'aboveCents' in tool.approval && tool.amount === undefined) {
    faults.push({ path: [...path, 'approval'], text: 'a limit without an amount, expected `amount` to say which money moves' });
  }
  if (tool.effect === 'write' && tool.private && tool.consent === 'none' && tool.amount !== undefined) {
    faults.push({ path: [...path, 'consent'], text: 'found "none" where money moves, expected yes' });
  }
  return faults;
}

/**
 * Whatever is private is tied to the proved customer in one of the ways that cannot be talked out of: by its call, by a lookup
 * before it, by the owner in its answer, or by records whose owner is looked up.
 */
function checkBound(file: ConnectorsFile, tool: ToolSettings, each: ToolCase, { path }: Place): readonly SettingsFault[] {
  if (!tool.private) return [];
  const lookups = Object.values(tool.first ?? {});
  const hasOwnedRecord = Object.keys(tool.records ?? {}).some((table) => file.records[table] !== undefined);
  const isBound = [each, ...lookups].some((call) => isBoundCall(file, call));
  if (!isBound && !hasOwnedRecord) {
    const text =
      'private, and nothing in it is bound to the customer, expected :customer, $customer or {customer} in the call, or `owner`, or a lookup under `first` that has it';
    return [{ path, text }];
  }
  return [];
}

function isBoundCall(file: ConnectorsFile, { connector, call, owner }: ToolCase): boolean {
  if (owner !== undefined || namesIn(call).includes('customer')) return true;
  // The column of the owner is compared row by row.
  return isSql(file, connector) && (parametersOf(call).includes('customer') || (isBlock(call) && call['owner'] !== undefined));
}

const isSql = (file: ConnectorsFile, connector: string | undefined): boolean =>
  ['postgres', 'sqlite'].includes(String(file.connectors[connector ?? '']?.kind));

function parametersOf(call: unknown): readonly string[] {
  const sql = isBlock(call) && typeof call['sql'] === 'string' ? call['sql'] : '';
  return [...new Set(['read', 'write'] as const)].flatMap((effect) => {
    const read = readStatement(sql, effect);
    return read.kind === 'statement' ? read.parameters : [];
  });
}

function checkCall(file: ConnectorsFile, { connector, call, owner, ...rest }: ToolCase, place: Place): readonly SettingsFault[] {
  const { path, effect } = place;
  const settings = file.connectors[connector ?? ''];
  if (connector === undefined || settings === undefined) {
    const known = Object.keys(file.connectors).join(', ') || 'none yet';
    const found = connector === undefined ? 'missing' : `found "${connector}"`;
    return [{ path: [...path, 'connector'], text: `${found}, expected one of the connectors: ${known}` }];
  }
  if (call === undefined) return [{ path: [...path, 'call'], text: 'missing, expected a block of keys' }];
  if (owner !== undefined && effect === 'write') {
    return [{ path: [...path, 'owner'], text: 'a write is done before its answer is read, expected the owner in a lookup under `first`' }];
  }
  const hasOwner = owner !== undefined || (isSql(file, connector) && call['owner'] !== undefined);
  if (hasOwner && !place.private)
    return [{ path, text: 'compared with the proved customer, whom nobody is asked for, expected private: true' }];
  return [
    ...checkNames({ call }, place, []),
    ...checkNames({ owner, ...rest }, place, ['answer', 'item', 'output']),
    ...checkKind(settings, call, place),
  ];
}

function checkNames(
  templates: Readonly<Record<string, unknown>>,
  { path, names, inputs }: Place,
  further: readonly string[],
): readonly SettingsFault[] {
  const known = new Set([...names, ...further]);
  return Object.entries(templates).flatMap(([key, template]) =>
    pathsIn(template).flatMap((each) => {
      const [name = '', field = ''] = each.split('.');
      if (!known.has(name)) {
        const why = name === 'customer' ? '$customer stands for nobody unless the tool is private' : `nothing is called $${each}`;
        return [{ path: [...path, key], text: `${why}, expected one of ${[...known].map((one) => `$${one}`).join(', ')}` }];
      }
      if (name !== 'input' || inputs.includes(field)) return [];
      return [{ path: [...path, key], text: `no argument is called ${field || 'so'}, expected one of ${inputs.join(', ') || 'none'}` }];
    }),
  );
}

/** What a kind of system asks for beyond the form of its call. */
function checkKind(
  settings: ConnectorsFile['connectors'][string],
  call: Readonly<Record<string, unknown>>,
  place: Place,
): readonly SettingsFault[] {
  const { path, effect } = place;
  const at = (text: string, key: string): readonly SettingsFault[] => [{ path: [...path, 'call', key], text }];
  switch (settings.kind) {
    case 'postgres':
    case 'sqlite':
      return checkSql(settings, call, place);
    case 'http': {
      const method = plainText(call['method']) ?? 'GET';
      if (effect === 'write' && method === 'GET') return at('found a GET for a write, expected POST, PUT, PATCH or DELETE', 'method');
      if (effect === 'read' && !/^(?:GET|POST)$/.test(method))
        return at(`found ${method} for a read, expected GET or a POST that only looks`, 'method');
      return [];
    }
    case 'stripe':
      return effect === 'read' ? [{ path, text: 'a refund moves money, expected effect: write' }] : [];
    case 'openapi':
    case 'mcp':
      return [];
    default:
      return assertNever(settings.kind);
  }
}

function checkSql(
  settings: ConnectorsFile['connectors'][string],
  given: unknown,
  { path, effect, names, inputs, private: isPrivate }: Place,
): readonly SettingsFault[] {
  const parsed = sqlCall.safeParse(given);
  if (!parsed.success) return [];
  const call = parsed.data;
  const at = [...path, 'call', 'sql'];
  const refused = refuseSqlCall(call, effect);
  if (refused !== undefined) return [{ path: at, text: `cannot be used, expected ${refused}` }];
  if (effect === 'write' && settings['writes'] !== true) {
    return [{ path: at, text: 'a write through a connector that only reads, expected writes: true at the connector' }];
  }
  const known = new Set([...names.filter((name) => name !== 'input'), ...inputs, ...Object.keys(call.with)]);
  const strange = parametersOf(call).find((name) => !known.has(name));
  if (strange !== undefined)
    return [{ path: at, text: `nothing is called :${strange}, expected one of ${[...known].map((name) => `:${name}`).join(', ')}` }];
  if (isPrivate && effect === 'read' && call.owner === undefined) {
    return [
      {
        path: [...path, 'call', 'owner'],
        text: "missing, expected the column that holds the customer's id, so that nobody else's row can come back",
      },
    ];
  }
  return [];
}
