import { stopProxy } from './needs/proxy';

/** Once, after all test files. Each of them has removed its own namespaces. */
export default function teardown(): void {
  stopProxy();
}
