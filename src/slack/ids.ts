/** Slack's ids of people begin with U or W. */
export function isPerson(id: string): boolean {
  return /^[UW][A-Z0-9]{2,}$/.test(id);
}

/** An id of a user group. */
export function isGroup(id: string): boolean {
  return /^S[A-Z0-9]{2,}$/.test(id);
}
