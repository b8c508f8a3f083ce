import { at, isMap, listOf, mapOf, textsOf, type Value, type ValueMap } from '../../../manifests/value';
import type { Manifest } from '../../../manifests/manifest';
import { CONTAINER_LISTS } from '../../../manifests/workload';

/** An object as the API server keeps it, as far as that depends on its kind alone. */
export function canonicalObject({ object, identity: { group, kind } }: Manifest): ValueMap {
  const make = Object.hasOwn(KINDS, `${group}/${kind}`) && KINDS[`${group}/${kind}`];
  return make ? make(object) : object;
}

const KINDS: Readonly<Record<string, (object: ValueMap) => ValueMap>> = {
  '/Secret': secret,
  '/ConfigMap': (object) =>
    object.binaryData === undefined ? object : { ...object, binaryData: onOneLine(object.binaryData) },
  '/Pod': (object) => ({ ...object, ...(isMap(object.spec) && { spec: pod(object.spec) }) }),
  '/Namespace': namespace,
};

/** `stringData` win over `data`. */
function secret(object: ValueMap): ValueMap {
  const { stringData, data, ...rest } = object;
  if (stringData === undefined && data === undefined) return object;
  const encoded = Object.entries(textsOf(stringData)).map(
    ([key, text]) => [key, Buffer.from(text).toString('base64')] as const,
  );
  return { ...rest, data: { ...onOneLine(data), ...Object.fromEntries(encoded) } };
}

/** Go's decoder leaves out line ends. (encoding/base64) */
function onOneLine(data: Value | undefined): ValueMap {
  return Object.fromEntries(
    Object.entries(mapOf(data)).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replace(/[\r\n]/g, '') : value,
    ]),
  );
}

/** What is written into a Pod, and into no template. (kubernetes, pkg/apis/core/v1/defaults.go, SetDefaults_Pod) */
function pod({ enableServiceLinks = true, ...spec }: ValueMap): ValueMap {
  const lists = CONTAINER_LISTS.filter((list) => spec[list] !== undefined).map((list) => [
    list,
    listOf(spec[list]).map((container) =>
      isMap(container)
        ? withHostPorts(withRequests(container), spec.hostNetwork === true && list !== 'ephemeralContainers')
        : container,
    ),
  ]);
  return {
    ...spec,
    ...(enableServiceLinks !== true && { enableServiceLinks }),
    ...(Object.fromEntries(lists) as ValueMap),
  };
}

function withRequests(container: ValueMap): ValueMap {
  const limits = at(container, 'resources', 'limits');
  if (!isMap(limits)) return container;
  const resources = mapOf(container.resources);
  return { ...container, resources: { ...resources, requests: { ...limits, ...mapOf(resources.requests) } } };
}

/** On the network of the host a port of a container is one of the host. */
function withHostPorts(container: ValueMap, isOnHost: boolean): ValueMap {
  if (!isOnHost || container.ports === undefined) return container;
  const ports = listOf(container.ports).map((port) => {
    const own = at(port, 'containerPort');
    const isOpen = isMap(port) && own !== undefined && [undefined, null, 0].includes(port.hostPort as null);
    return isOpen ? { ...port, hostPort: own } : port;
  });
  return { ...container, ports };
}

/** The API server gives each Namespace a label with its name. */
function namespace(object: ValueMap): ValueMap {
  const metadata = mapOf(object.metadata);
  if (metadata.name === undefined) return object;
  const labels = { ...mapOf(metadata.labels), 'kubernetes.io/metadata.name': metadata.name };
  return { ...object, metadata: { ...metadata, labels } };
}
