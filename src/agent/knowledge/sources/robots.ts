/** Which paths of a host may be read, by its robots.txt (RFC 9309). */
export interface Robots {
  allows(url: URL): boolean;
  /** Seconds that it wants between two requests; 0 when it says nothing. */
  readonly delaySeconds: number;
}

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

/** Read no further than this (RFC 9309 §2.5 asks for 500 KiB). */
const MAX_CHARACTERS = 500 * 1024;
const EVERYBODY = '*';

/** The rules of the group that names `agent`, else of the one for everybody. The longest pattern that fits decides; a tie allows. */
export function readRobots(text: string, agent: string): Robots {
  const groups = new Map<string, { rules: Rule[]; delay: number }>();
  let names: string[] = [];
  let naming = false;
  for (const line of text.slice(0, MAX_CHARACTERS).split(/\r\n?|\n/)) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const said = value.trim();
    switch (field.toLowerCase()) {
      case 'user-agent':
        names = naming ? [...names, said.toLowerCase()] : [said.toLowerCase()];
        naming = true;
        for (const name of names) if (!groups.has(name)) groups.set(name, { rules: [], delay: 0 });
        break;
      case 'allow':
      case 'disallow':
        naming = false;
        if (said !== '') for (const name of names) groups.get(name)?.rules.push({ allow: field.toLowerCase() === 'allow', pattern: said });
        break;
      case 'crawl-delay':
        naming = false;
        for (const name of names) {
          const group = groups.get(name);
          if (group) group.delay = Math.max(0, Number(said) || 0);
        }
        break;
      default:
    }
  }
  const { rules, delay } = groups.get(agent.toLowerCase()) ?? groups.get(EVERYBODY) ?? { rules: [], delay: 0 };
  return { allows: (url) => isAllowed(rules, url.pathname + url.search), delaySeconds: delay };
}

function isAllowed(rules: readonly Rule[], path: string): boolean {
  let best: Rule | undefined;
  for (const rule of rules) {
    if (!fits(rule.pattern, path)) continue;
    const longer = rule.pattern.length - (best?.pattern.length ?? -1);
    if (longer > 0 || (longer === 0 && rule.allow)) best = rule;
  }
  return best?.allow ?? true;
}

/** `*` stands for anything, `$` for the end. Walks from piece to piece, so that no pattern takes more than one pass each. */
function fits(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$');
  const [first = '', ...pieces] = (toEnd ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    const found = last && toEnd ? path.lastIndexOf(piece) : path.indexOf(piece, at);
    if (found < at || (last && toEnd && found + piece.length !== path.length)) return false;
    at = found + piece.length;
  }
  return !toEnd || pieces.length > 0 || at === path.length;
}
