/** Placeholder until the document model lands in this file. */
export interface Postmortem { readonly title: string }
