/** The part of mailauth that is used; the package comes without types. */
declare module 'mailauth' {
  export function authenticate(
    message: Uint8Array | string,
    options: {
      trustReceived?: boolean;
      ip?: string;
      helo?: string;
      sender?: string;
      mta?: string;
      resolver?: (name: string, type: string) => Promise<unknown>;
      disableArc?: boolean;
      disableBimi?: boolean;
    },
  ): Promise<unknown>;
}
