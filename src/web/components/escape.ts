const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** HTML の字に。文字を組んで作る大きな表でだけ使う（ほかは JSX が同じことをする）。 */
export const escapeHtml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter) : text
