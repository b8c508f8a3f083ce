/** For `data`. Not `stringData`: the server would give back something else than what Git says. */
export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
