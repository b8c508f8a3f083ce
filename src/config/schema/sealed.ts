import { z } from 'zod';
import { SEAL_SCOPES } from '../../model/sealed';
import { DEFAULTS } from '../defaults';

export const sealScope = z
  .enum(SEAL_SCOPES)
  .default(DEFAULTS.credentials.scope)
  .describe(
    '`strict`: the ciphertext can be opened in the Secret of its name alone; or in one of any name in its namespace, or in the cluster',
  );
