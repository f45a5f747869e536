/** What is blanked; line breaks stay, so that offsets keep their lines. */
export type Blanked = 'comments' | 'comments and strings';

/** TypeScript 7 has no compiler API, so this reads just enough of the language: comments, strings, templates, patterns. */
const TOKEN = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")`,
    String.raw`(?<template>\`(?:\\.|[^\`\\])*\`)`,
    // A slash that follows a value divides; anywhere else it opens a pattern.
    String.raw`(?<pattern>(?<=(?:^|[(,=:[!&|?{};>]|\breturn|\n)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*)`,
  ].join('|'),
  'g',
);

export function blankOut(text: string, what: Blanked): string {
  return text.replace(TOKEN, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1);
    const isComment = groups !== null && typeof groups === 'object' && 'comment' in groups && groups.comment !== undefined;
    if (isComment) return blank(token);
    if (what === 'comments') return token;
    // Code inside a template's `${…}` is code: only its text is blanked.
    if (token.startsWith('`')) return token.replace(/(^|\})[^$]*?(?=\$\{|`$)/g, blank);
    return token.charAt(0) + blank(token.slice(1, -1)) + token.slice(-1);
  });
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
