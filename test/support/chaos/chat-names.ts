/** Known to the killed process and to the stand-in of its platform. */
export const CHAOS_SECRET = 'a-secret-of-the-kill-loop';
export const SUPPORT_ROOM = '200000000000000001';
