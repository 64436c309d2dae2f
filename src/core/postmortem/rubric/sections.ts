/** Lines below the heading whose words match, up to the next heading of that rank; empty where there is none. */
export function sectionOf(markdown: string, title: RegExp): readonly string[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => /^##\s/.test(line) && title.test(line));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^##?\s/.test(line));
  return end < 0 ? rest : rest.slice(0, end);
}

/** What a reader reads: without the list of sources and the link definitions. */
export function readableWords(markdown: string): number {
  const text = markdown
    .replace(/\n## Sources\n[\s\S]*$/, '')
    .replace(/^\[\d+\]: .*$/gm, '')
    .replace(/[|#*_>-]+/g, ' ');
  return text.split(/\s+/).filter((word) => word !== '').length;
}
