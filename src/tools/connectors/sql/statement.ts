/** A statement taken apart: text and the names of its parameters by turns. */
export interface Statement {
  readonly kind: 'statement';
  /** One more than `parameters`: what stands before, between and behind them. */
  readonly texts: readonly string[];
  /** In the order in which they stand, repeats included. */
  readonly parameters: readonly string[];
}

export type ReadStatement = Statement | { readonly kind: 'refused'; readonly because: string };

/** Just enough of SQL's lexical rules, of PostgreSQL and SQLite alike, to know what is a word and what is a parameter. */
const TOKEN = new RegExp(
  [
    String.raw`(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`(?<escaped>\b[eE]'|\b[uU]&'|\$\w*\$)`,
    String.raw`(?<text>'(?:[^']|'')*'|"(?:[^"]|"")*")`,
    String.raw`(?<cast>::)`,
    String.raw`:(?<parameter>[A-Za-z_]\w*)`,
    String.raw`(?<foreign>\$\d+|\?|@\w+|\{\w[\w.]*\})`,
    String.raw`(?<end>;)`,
    String.raw`(?<word>[A-Za-z_]\w*)`,
  ].join('|'),
  'g',
);

/** Words that change something wherever they stand outside quotes. */
const CHANGES =
  /^(?:insert|update|delete|merge|replace|truncate|create|alter|drop|grant|revoke|copy|call|do|lock|vacuum|reindex|attach|detach|pragma|set|reset|begin|commit|rollback|savepoint|listen|notify|prepare|execute|into)$/i;
/** Functions that reach beyond the rows, even in a read-only transaction. */
const REACHES =
  /^(?:pg_(?:sleep\w*|read_\w+|ls_\w+|terminate_backend|cancel_backend|reload_conf|rotate_logfile|notify|advisory\w*)|lo_\w+|dblink\w*|set_config|nextval|setval|load_extension|readfile|writefile|edit|fts3_tokenizer)$/i;
const MAY_CHANGE = /^(?:insert|update|delete|set|into|values|replace|do)$/i;

/**
 * Reads one statement of the configuration. A read is one SELECT that changes nothing; a write is one INSERT, UPDATE or DELETE.
 * Values come in as `:name` only.
 */
export function readStatement(sql: string, effect: 'read' | 'write'): ReadStatement {
  const texts: string[] = [];
  const parameters: string[] = [];
  const words: string[] = [];
  let from = 0;
  for (const match of sql.matchAll(TOKEN)) {
    const refusal = refuseToken(match.groups ?? {}, sql.slice(match.index + match[0].length));
    if (refusal !== undefined) return { kind: 'refused', because: refusal };
    const { parameter, word } = match.groups ?? {};
    // `replace(…)` is a function, `REPLACE INTO` is not.
    const isCalled = word !== undefined && /^\s*\(/.test(sql.slice(match.index + match[0].length));
    if (word !== undefined && !(isCalled && /^(?:replace|set)$/i.test(word))) words.push(word.toLowerCase());
    if (parameter === undefined) continue;
    texts.push(sql.slice(from, match.index));
    parameters.push(parameter);
    from = match.index + match[0].length;
  }
  const because = effect === 'read' ? refuseRead(words) : refuseWrite(words);
  if (because !== undefined) return { kind: 'refused', because };
  return { kind: 'statement', texts: [...texts, sql.slice(from).replace(/;\s*$/, '')], parameters };
}

function refuseToken(groups: Readonly<Record<string, string | undefined>>, rest: string): string | undefined {
  if (groups['end'] !== undefined && rest.trim() !== '') return 'one statement, without a second one behind ;';
  if (groups['escaped'] !== undefined) return 'plain quotes only; give the value as a parameter such as :orderId';
  if (groups['foreign'] !== undefined) return `values as :name, found ${groups['foreign']}`;
  return undefined;
}

function refuseRead(words: readonly string[]): string | undefined {
  if (words[0] !== 'select' && words[0] !== 'with') return 'a SELECT';
  const change = words.find((word) => CHANGES.test(word));
  if (change !== undefined) return `a SELECT that changes nothing, found ${change.toUpperCase()}`;
  return refuseReach(words);
}

function refuseWrite(words: readonly string[]): string | undefined {
  if (!['insert', 'update', 'delete'].includes(words[0] ?? '')) return 'one INSERT, UPDATE or DELETE';
  const other = words.find((word) => CHANGES.test(word) && !MAY_CHANGE.test(word));
  if (other !== undefined) return `rows to be changed only, found ${other.toUpperCase()}`;
  return refuseReach(words);
}

function refuseReach(words: readonly string[]): string | undefined {
  const reach = words.find((word) => REACHES.test(word));
  return reach === undefined ? undefined : `rows only, found the function ${reach}`;
}
