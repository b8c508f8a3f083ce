import type { Model } from '../model/model';
import { existing } from './existing';
import { externalSecrets } from './external-secrets';
import { generated } from './generated';
import { plaintext } from './plaintext';
import { sealed } from './sealed';
import type { SecretWriter } from './secret-writer';

export type { SecretWriter } from './secret-writer';
export { writeRunnerToken } from './runner-token';

/** One file for each place where keys can live. */
export function secretWriter({ credentials, sealed: entries }: Model): SecretWriter {
  switch (credentials.kind) {
    case 'generated':
      return generated(credentials);
    case 'existing':
      return existing();
    case 'externalSecrets':
      return externalSecrets(credentials);
    case 'sealed':
      return sealed(credentials, entries);
    case 'plaintext':
      return plaintext(credentials);
  }
}
