/** The part of html-to-text 10 that we call; the package brings no types. */
declare module 'html-to-text' {
  export interface HtmlElement {
    readonly name: string;
    readonly children: readonly unknown[];
  }
  export interface BlockTextBuilder {
    openBlock(options?: { leadingLineBreaks?: number }): void;
    closeBlock(options?: { trailingLineBreaks?: number }): void;
    addLiteral(text: string): void;
  }
  export type FormatCallback = (
    element: HtmlElement,
    walk: (children: readonly unknown[], builder: BlockTextBuilder) => void,
    builder: BlockTextBuilder,
    options: Readonly<Record<string, unknown>>,
  ) => void;
  export interface ConvertOptions {
    readonly wordwrap?: number | false;
    readonly baseElements?: {
      readonly selectors: readonly string[];
      readonly orderBy?: 'selectors' | 'occurrence';
      readonly returnDomByDefault?: boolean;
    };
    readonly limits?: { readonly maxInputLength?: number; readonly maxDepth?: number; readonly maxBaseElements?: number };
    readonly formatters?: Readonly<Record<string, FormatCallback>>;
    readonly selectors?: readonly {
      readonly selector: string;
      readonly format?: string;
      readonly options?: Readonly<Record<string, unknown>>;
    }[];
  }
  export function convert(html: string, options?: ConvertOptions): string;
}
