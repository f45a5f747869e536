/** `mia.keller@example.com` → `m***@example.com`: enough for its owner to know it, too little for anybody else. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`;
}
