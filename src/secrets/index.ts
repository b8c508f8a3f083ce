import type { Credentials } from '../model/model';
import { existing } from './existing';
import { generated } from './generated';
import { plaintext } from './plaintext';
import type { SecretWriter } from './secret-writer';

export type { SecretWriter } from './secret-writer';
export { writeRunnerToken } from './runner-token';

/** One file for each place where keys can live. */
export function secretWriter(credentials: Credentials): SecretWriter {
  switch (credentials.kind) {
    case 'generated':
      return generated(credentials);
    case 'existing':
      return existing();
    case 'plaintext':
      return plaintext(credentials);
  }
}
