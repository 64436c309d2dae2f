/** The address as a link may have it, or null: only these three schemes lead anywhere harmless. */
export function safeLink(url: string): string | null {
  return /^(?:https?:\/\/[^\s\p{Cc}]+|mailto:[^\s\p{Cc}]+)$/iu.test(url) ? url : null;
}
