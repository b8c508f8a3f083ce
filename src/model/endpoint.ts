/** Where an S3 server answers. Address, port and protocol are said once and read by all who need them. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** `host:port`, as the runner's `ServerAddress` wants it: a scheme there would be signed into the URL. */
export function addressOf({ host, port }: Endpoint): string {
  return `${host}:${String(port)}`;
}

export function urlOf(endpoint: Endpoint): string {
  return `${endpoint.tls ? 'https' : 'http'}://${addressOf(endpoint)}`;
}
