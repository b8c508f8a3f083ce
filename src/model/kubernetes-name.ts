import { shown } from '../text/shown';

/** Names as the API server accepts them (RFC 1123). */

/** A DNS label: namespaces and everything that becomes part of a host name. Only `dnsLabel()` makes one. */
export type DnsLabel = string & { readonly __brand: 'DnsLabel' };

/** A DNS subdomain: Secrets, StorageClasses, cluster domains. Only `dnsSubdomain()` makes one. */
export type DnsSubdomain = string & { readonly __brand: 'DnsSubdomain' };

export const DNS_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
export const DNS_SUBDOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
/** Not `.`, and nothing that begins with `..`: these would be folders where the key is mounted. */
export const SECRET_KEY = /^\.?[A-Za-z0-9_-][A-Za-z0-9._-]{0,251}$/;

export function dnsLabel(text: string): DnsLabel {
  if (!DNS_LABEL.test(text)) {
    throw new RangeError(
      `Cannot use name ${shown(text)}: expected at most 63 lowercase letters, digits and hyphens, such as "gitlab-runner"`,
    );
  }
  return text as DnsLabel;
}

export function dnsSubdomain(text: string): DnsSubdomain {
  if (!DNS_SUBDOMAIN.test(text) || text.length > 253) {
    throw new RangeError(
      `Cannot use name ${shown(text)}: expected lowercase letters, digits, hyphens and dots, such as "my-name"`,
    );
  }
  return text as DnsSubdomain;
}

/** The name of one key in a Secret's `data`. */
export function secretKey(text: string): string {
  // In JavaScript `__proto__` is no key like others.
  if (!SECRET_KEY.test(text) || text === '__proto__') {
    throw new RangeError(
      `Cannot use Secret key ${shown(text)}: expected letters, digits, "-", "_" and ".", but no ".." at its beginning, such as "token"`,
    );
  }
  return text;
}
