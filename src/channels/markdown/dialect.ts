/** What a stretch of words can look like; every platform that we write for knows these three. */
export type InlineStyle = 'strong' | 'emphasis' | 'strike';

/** How one platform writes what CommonMark means. Pure text in, native text out; nothing here knows of lengths. */
export interface Dialect {
  /** Words that the platform must show as they are: no mention, link or mark-up comes to life in them. Given a word at a time. */
  readonly literal: (text: string) => string;
  /** Makes already literal text harmless at the start of a line, where a platform may see a quote, a list or a heading. */
  readonly lineStart: (written: string) => string;
  readonly marks: Readonly<Record<InlineStyle, string>>;
  /** Stands between a mark and a letter where the platform would otherwise not see the mark; may be empty. */
  readonly joint: string;
  /** Inline code; undefined when the source cannot be written as code there, and is written as words instead. */
  readonly code: (source: string) => string | undefined;
  /** `label` is plain text without line breaks, `href` an https, http or mailto address. */
  readonly link: (label: string, href: string) => string;
  /** A block of code: what opens it, how a line of it is written, what closes it. `open` ends in, `close` begins with a line feed. */
  readonly fence: { readonly open: (language: string) => string; readonly line: (source: string) => string; readonly close: string };
  /** By depth, from the outermost; deeper lists use the last. */
  readonly bullets: readonly [string, ...string[]];
  readonly indent: string;
  readonly quote: string;
  readonly rule: string;
  readonly checkbox: { readonly done: string; readonly open: string };
}
