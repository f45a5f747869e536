import type { InlineStyle } from './dialect.ts';

/** A stretch of one line that is written in one way. */
export type Run =
  | { readonly kind: 'words'; readonly text: string; readonly styles: readonly InlineStyle[] }
  | { readonly kind: 'code'; readonly source: string; readonly styles: readonly InlineStyle[] }
  | { readonly kind: 'link'; readonly label: string; readonly href: string; readonly styles: readonly InlineStyle[] };

/** Lines of one block of code share this object, so that a fence opens and closes once. */
export interface CodeBlock {
  readonly language: string;
}

export type Line =
  | {
      readonly kind: 'text';
      /** Already written in the dialect: quote marks, indentation, bullet. */
      readonly prefix: string;
      /** Stands before the rest of the line when it is cut and goes on in the next part. */
      readonly again: string;
      readonly runs: readonly Run[];
    }
  | { readonly kind: 'code'; readonly source: string; readonly block: CodeBlock };

export const words = (text: string, styles: readonly InlineStyle[] = []): Run => ({ kind: 'words', text, styles });
