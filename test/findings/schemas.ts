import Ajv from 'ajv';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** Draft 4, of which it uses nothing that later drafts read in another way. */
const sarif = Object.fromEntries(
  Object.entries(sarifSchema).filter(([key]) => !['id', '$schema'].includes(key)),
);
const absolute = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/\S+$/.test(text);
const formats = {
  uri: absolute,
  'uri-reference': (text: string): boolean => !/\s/.test(text),
  'date-time': true,
} as const;
export const isSarif = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(sarif);

/** As GitLab documents it: ci/testing/code_quality, "Code Quality report format". */
const CODE_QUALITY = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string' },
      check_name: { type: 'string' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer' } } },
        },
      },
    },
  },
};

export const isCodeQuality = new Ajv().compile(CODE_QUALITY);
