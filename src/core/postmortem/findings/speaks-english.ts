const FUNCTION_WORDS = /\b(?:the|and|is|are|we|it's|this|of|with|have|has|not|for|from|that|to)\b/i;
const WORDS = /\p{L}+/gu;

/** So many texts of a record tell its language. */
const SAMPLE = 400;

/** Whether most of the texts are English, by their small words. Texts of a few words say nothing either way. */
export function speaksEnglish(texts: readonly string[]): boolean {
  const step = Math.ceil(texts.length / SAMPLE);
  const long = texts
    .filter((_, i) => i % step === 0)
    .filter((text) => (text.match(WORDS)?.length ?? 0) >= 4 || /[^\p{Script=Latin}\P{L}]/u.test(text));
  return long.length > 0 && long.filter((text) => FUNCTION_WORDS.test(text)).length >= long.length * 0.5;
}
