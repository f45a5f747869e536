import { AppError } from '../domain/error.ts';

/** One thing that was looked at. */
export interface Finding {
  /** `warning`: works, and probably not as you want it. */
  readonly level: 'ok' | 'warning' | 'problem';
  readonly subject: string;
  readonly text: string;
  /** What to do about it. */
  readonly advice?: string;
}

export const ok = (subject: string, text: string): Finding => ({ level: 'ok', subject, text });
export const warning = (subject: string, text: string, advice: string): Finding => ({ level: 'warning', subject, text, advice });
export const problem = (subject: string, text: string, advice: string): Finding => ({ level: 'problem', subject, text, advice });

/** What failed, in words for the operator: our own, or a foreign error's code and never its text. */
export const messageOf = (error: unknown): string => (error instanceof AppError ? error.message : `failed (${codeOf(error)})`);
export const hintOf = (error: unknown): string | undefined => (error instanceof AppError ? error.hint : undefined);

export function codeOf(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : 'unknown reason';
}
