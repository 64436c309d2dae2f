/** The question of that id, or of that number as the card counts them, from 1; null where there is none. */
export function questionNamed<Question extends { readonly id: string }>(
  said: string,
  questions: readonly Question[],
): Question | null {
  const word = said.trim();
  const byId = questions.find((question) => question.id === word);
  if (byId !== undefined) return byId;
  const number = /^#?(\d{1,3})[.)]?$/.exec(word)?.[1];
  return number === undefined ? null : (questions[Number(number) - 1] ?? null);
}
