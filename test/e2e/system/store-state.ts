import type { StoreShell } from './store-shell';

/** What is made once in MinIO for the runner `main`: expiry, quota, user and policy; or what is missing. */
export async function storeState(shell: StoreShell): Promise<string> {
  const said = await shell
    .run(
      `mc ilm rule export root/cache; echo; mc quota info root/cache; mc admin user ls root
      mc admin policy info root runner-cache-main --policy-file /tmp/policy >/dev/null; cat /tmp/policy`,
    )
    .catch(String);
  // MinIO gives the actions of a policy in any order.
  return said.replaceAll(',', '').split('\n').sort().join('\n');
}
