/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Text as HTML, with its line ends. */
export function linesHtml(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}
