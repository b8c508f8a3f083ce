/** Keys of documents, charts and images, which everybody knows. */
export const WELL_KNOWN_KEYS: readonly string[] = [
  'minioadmin',
  'minio123',
  'console123',
  'AKIAIOSFODNN7EXAMPLE',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
];

/** Where a value is a key or a password, these are the first that anybody tries. */
export const FIRST_GUESSES: readonly string[] = [
  'admin',
  'admin123',
  'changeit',
  'changeme',
  'letmein',
  'minio',
  'minioadmin123',
  'miniopass',
  'miniopassword',
  'passw0rd',
  'password',
  'password123',
  'qwerty',
  'rootpass',
  'rootpassword',
  'secret',
  'supersecret',
  'test',
  'test123',
  '12345678',
  '123456789',
];

/** What tells a secret by its own looks. */
export const SECRET_SHAPES: readonly { readonly what: string; readonly shape: RegExp }[] = [
  { what: 'a private key', shape: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { what: 'a GitLab token', shape: /\bgl(?:rt|pat|dt|cbt|ptt|ft|agent|soat|imt)-[\w-]{20,}/ },
  { what: 'a registration token of GitLab', shape: /\bGR1348941[\w-]{20}/ },
  { what: 'an access key of AWS', shape: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: 'a token of GitHub', shape: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{50,})/ },
  { what: 'a token of Slack', shape: /\bxox[abprs]-[\w-]{20,}/ },
  { what: 'a JSON web token', shape: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
  {
    what: 'a URL with a password',
    shape: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"<>${}]+:(?![*x]+@)[^\s/@'"<>${}]+@[\w.[-]/i,
  },
];
