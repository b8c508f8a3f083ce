import type { StoreShell } from './store-shell';

/** What bucket-init makes, as the server itself tells it. */
export interface StoreState {
  /** Access keys of the users with a runner's policy. */
  readonly users: readonly string[];
  readonly policy: unknown;
  readonly lifecycle: unknown;
  readonly quota: unknown;
  readonly access: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Of the one bucket `cache`, and of the one runner `main`. Throws where any of it is not there. */
export async function storeStateOf(shell: StoreShell): Promise<StoreState> {
  const policy = 'runner-cache-main';
  const said = await shell.run(`mc admin user ls --json root; echo; echo ---
    mc admin policy info --json root ${policy}; echo ---
    mc ilm rule export root/cache; echo ---
    mc quota info --json root/cache; echo ---
    mc anonymous get --json root/cache`);
  const [users = '', ...others] = said.split('---');
  const [info, lifecycle, quota, access] = others.map((text) => JSON.parse(text) as Fields);
  const { Statement: statement } = (info?.policyInfo as { Policy: { Statement: Fields[] } }).Policy;
  return {
    users: users
      .split('\n')
      .filter((line) => line.includes(`"policyName":"${policy}"`))
      .map((line) => (JSON.parse(line) as { accessKey: string }).accessKey)
      .sort(),
    // The server may give the actions back in another order.
    policy: statement.map(({ Action, Resource }) => [(Action as string[]).toSorted(), Resource]),
    lifecycle,
    quota: [quota?.quota, quota?.type],
    access: access?.permission,
  };
}

/** The same as text; or what is missing. */
export async function storeState(shell: StoreShell): Promise<string> {
  return storeStateOf(shell).then((state) => JSON.stringify(state), String);
}
