/** Text inside of an element or an attribute of XML or HTML. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replace(CONTROL, '\ufffd');
}

/** What XML may not hold. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
