/** How a call went. An outcome is a value; exceptions are for what nobody planned. */
export type ToolOutcome<Output> =
  | { readonly kind: 'ok'; readonly output: Output; readonly summary: string }
  /** A business "no": say it, do not retry. `rule` names the policy row. */
  | { readonly kind: 'refused'; readonly because: string; readonly rule: string }
  | { readonly kind: 'failed'; readonly code: string; readonly retryable: boolean }
  /** May have happened: reconcile before a word is said. */
  | { readonly kind: 'unknown'; readonly because: string };
