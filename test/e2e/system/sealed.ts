import { CLI } from '../../commands/run';
import { run } from '../cluster/run';
import { keysOf, runnerNamespace, runnersOf, tokenOf, type Wish } from './configuration';

/** Writes the ciphertext beside a configuration that asks for it, by the command that users have. */
export async function sealFor(system: string, wish: Wish, file: string): Promise<void> {
  if (wish.credentials?.kind !== 'sealed') return;
  const { E2E_SEALED_CERT: cert } = process.env;
  if (cert === undefined) throw new Error('Cannot seal: E2E_SEALED_CERT names no certificate');
  const values = valuesOf(system, wish, Number(wish.credentials.rotation ?? 1));
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  await run(process.execPath, [CLI, 'seal', '-c', file, '--cert', cert], lines.join(''));
}

/** All that can be sealed; what is sealed already is kept. */
function valuesOf(system: string, wish: Wish, rotation: number): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const add = (owner: string, given: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(given)) values[`${owner}.${name}`] = value;
  };
  add('root', keysOf('root'));
  for (const { name } of runnersOf(wish)) {
    add(`runners.${name}`, { ...keysOf(name, rotation), token: tokenOf(runnerNamespace(system, name)) });
    if (rotation > 1) add(`runners.${name}`, { previous: keysOf(name, rotation - 1).accesskey });
  }
  return values;
}
