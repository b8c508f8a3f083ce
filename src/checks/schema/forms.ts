/** Forms that the API server asks of texts. (apimachinery, pkg/util/validation/validation.go) */
export interface Form {
  /** What to write: `lowercase letters, ...`. */
  readonly wanted: string;
  readonly accepts: (text: string) => boolean;
}

const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const ANY = '[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?';

function form(wanted: string, pattern: string, longest: number): Form {
  const expression = new RegExp(`^(?:${pattern})$`);
  return { wanted, accepts: (text) => text.length <= longest && expression.test(text) };
}

export const DNS_LABEL = form('at most 63 lowercase letters, digits and "-", such as "my-name"', LABEL, 63);

/** Of RFC 1035: no digit at its beginning. */
export const DNS_1035_LABEL = form(
  'at most 63 lowercase letters, digits and "-", with a letter first, such as "my-name"',
  '[a-z](?:[-a-z0-9]*[a-z0-9])?',
  63,
);

export const DNS_SUBDOMAIN = form(
  'at most 253 lowercase letters, digits, "-" and ".", such as "my-name"',
  `${LABEL}(?:\\.${LABEL})*`,
  253,
);

/** Rules of RBAC stand in the path of a URL alone. */
export const PATH_SEGMENT: Form = {
  wanted: 'a name without "/" and "%"',
  accepts: (text) => text !== '.' && text !== '..' && !/[/%]/.test(text),
};

export const PORT_NAME: Form = {
  wanted: 'at most 15 lowercase letters, digits and single "-", with a letter among them, such as "http"',
  accepts: (text) =>
    text.length <= 15 &&
    /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text) &&
    /[a-z]/.test(text) &&
    !text.includes('--'),
};

export const LABEL_VALUE = form(
  'at most 63 letters, digits, "-", "_" and ".", with a letter or digit first and last',
  `(?:${ANY})?`,
  63,
);

const NAME_PART = form('', ANY, 63);

/** The key of a label, of an annotation, of a resource. */
export const QUALIFIED_NAME: Form = {
  wanted: 'a name of at most 63 letters, digits, "-", "_" and ".", such as "app" or "example.com/app"',
  accepts: (text) => {
    const [name = '', prefix, ...more] = text.split('/').reverse();
    return (
      more.length === 0 && NAME_PART.accepts(name) && (prefix === undefined || DNS_SUBDOMAIN.accepts(prefix))
    );
  },
};

export const DATA_KEY: Form = {
  wanted: 'at most 253 letters, digits, "-", "_" and ".", such as "config.toml"',
  accepts: (text) => text !== '.' && !text.startsWith('..') && /^[-._a-zA-Z0-9]{1,253}$/.test(text),
};

/** Since 1.32 nearly all of ASCII. (KEP-4369) */
export function envName(minor: number): Form {
  const pattern = minor >= 32 ? /^[ -<>-~]+$/ : /^(?!\.$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/;
  return { wanted: 'letters, digits and "_", such as "MY_NAME"', accepts: (text) => pattern.test(text) };
}

const IPV4 = '(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';

export function isIp(text: string): boolean {
  return new RegExp(`^${IPV4}$`).test(text) || isIpv6(text);
}

function isIpv6(text: string): boolean {
  const groups = text.split(':');
  const [doubles, empties] = [text.split('::').length - 1, groups.filter((group) => group === '').length];
  if (!/^[0-9a-fA-F:]+$/.test(text) || groups.length < 3 || groups.length > 8 + (doubles === 1 ? 1 : 0))
    return false;
  if (groups.some((group) => group.length > 4) || text.includes(':::') || doubles > 1) return false;
  return doubles === 1 ? empties >= 1 : groups.length === 8 && empties === 0;
}

export const CIDR: Form = {
  wanted: 'an address and the length of its prefix, such as "10.0.0.0/8"',
  accepts: (text) => {
    const [, address = '', length = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
    return isIp(address) && Number(length) <= (address.includes(':') ? 128 : 32) && length !== '';
  },
};

/** Go's `time.ParseDuration`. */
export const DURATION = form(
  'a duration such as "30s", "5m" or "1h30m"',
  '[-+]?(?:0|(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h))+)',
  100,
);
