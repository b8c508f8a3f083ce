/** What an API server says of an object that it does not keep: nothing when it would take it, else why not. */
export type Verdict = string;

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Asks the API server behind `kubectl proxy`, with strict validation and without keeping anything. */
export class ApiServer {
  private readonly resources = new Map<string, Promise<readonly Resource[]>>();

  constructor(
    private readonly proxy: string,
    private readonly namespace: string,
  ) {}

  /** `text` is the object as a file has it; the server reads YAML itself. */
  async judge(text: string, object: object): Promise<Verdict> {
    const { apiVersion, kind } = object as { readonly apiVersion?: unknown; readonly kind?: unknown };
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return 'apiVersion or kind is missing';
    // The server itself names a LimitRange that has no name; `kubectl apply` does not.
    if (((object as { metadata?: { name?: string } }).metadata?.name ?? '') === '')
      return 'the name is missing';
    const resource = (await this.resourcesOf(apiVersion)).find((one) => one.kind === kind);
    if (resource === undefined) return `no matches for kind "${kind}" in version "${apiVersion}"`;
    const scope = resource.namespaced ? `/namespaces/${this.namespace}` : '';
    const response = await fetch(
      `${this.proxy}${root(apiVersion)}${scope}/${resource.name}?dryRun=All&fieldValidation=Strict`,
      {
        method: 'POST',
        body: text,
        headers: { 'Content-Type': 'application/yaml', Accept: 'application/json' },
      },
    );
    const { message = '' } = (await response.json()) as { message?: string };
    return response.ok ? '' : message;
  }

  private resourcesOf(apiVersion: string): Promise<readonly Resource[]> {
    const known = this.resources.get(apiVersion) ?? this.discover(apiVersion);
    this.resources.set(apiVersion, known);
    return known;
  }

  private async discover(apiVersion: string): Promise<readonly Resource[]> {
    const response = await fetch(this.proxy + root(apiVersion));
    if (!response.ok) return [];
    const { resources } = (await response.json()) as { resources: readonly Resource[] };
    return resources.filter(({ name }) => !name.includes('/'));
  }
}

function root(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
