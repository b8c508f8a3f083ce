/** An address in which a Service of the cluster is the same one by each of its names in DNS. */
export function serviceMeant(address: string): string {
  return address.replace(/\.svc(?:\.[\w.-]*\w)?\.?(?=:|$)/, '.svc');
}
