/** The process's environment. Everybody else is handed what they need of it. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;
