/** What a draft can be taken away as: text, a page for browsers, data, and the picture of its timeline. */
export const EXPORT_FORMATS = ['md', 'html', 'json', 'png'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
