import { dnsLabel, type DnsLabel } from './kubernetes-name';
import { shown } from '../text/shown';

/** Leaves room for `gitlab-runner-` before it and for a hash behind it. */
const LONGEST_NAME = 40;

/** A runner's name becomes part of the names of its objects and namespaces. */
export function runnerName(text: string): DnsLabel {
  const name = dnsLabel(text);
  if (name.length > LONGEST_NAME) {
    throw new RangeError(
      `Cannot use runner name ${shown(text)}: expected at most ${LONGEST_NAME} characters`,
    );
  }
  return name;
}
