import type { ValueMap } from '../../../manifests/value';
import type { Mistake } from '../mistake';
import { ACCESS_DEMANDS } from './access';
import { CONTAINER_DEMANDS } from './containers';
import { DATA_DEMANDS } from './data';
import type { Demands, ObjectDemand } from './demand';
import { EXCLUSIVE_DEMANDS } from './exclusive';
import { JOB_DEMANDS } from './jobs';
import { LABEL_DEMANDS } from './labels';
import { NAME_DEMANDS } from './names';
import { NETWORK_DEMANDS } from './network';
import { NUMBER_DEMANDS } from './numbers';
import { POD_DEMANDS } from './pods';
import { PORT_DEMANDS } from './ports';
import { RESOURCE_DEMANDS } from './resources';
import { SCALING_DEMANDS } from './scaling';
import { SERVICE_DEMANDS } from './services';
import { SPEC_DEMANDS } from './spec';
import { STORAGE_DEMANDS } from './storage';
import { WORKLOAD_DEMANDS } from './workloads';

const ALL: readonly Demands[] = [
  ACCESS_DEMANDS,
  CONTAINER_DEMANDS,
  DATA_DEMANDS,
  EXCLUSIVE_DEMANDS,
  JOB_DEMANDS,
  LABEL_DEMANDS,
  NAME_DEMANDS,
  NETWORK_DEMANDS,
  NUMBER_DEMANDS,
  POD_DEMANDS,
  PORT_DEMANDS,
  RESOURCE_DEMANDS,
  SCALING_DEMANDS,
  SERVICE_DEMANDS,
  SPEC_DEMANDS,
  STORAGE_DEMANDS,
  WORKLOAD_DEMANDS,
];

const BY_DEFINITION = new Map<string, ObjectDemand[]>();
for (const [definition, demands] of ALL.flatMap((table) => Object.entries(table))) {
  BY_DEFINITION.set(definition, [...(BY_DEFINITION.get(definition) ?? []), ...demands]);
}

/** What the API server says of a map besides its shape. */
export function objectDemands(definition: string, object: ValueMap, minor: number): readonly Mistake[] {
  let all = NOTHING;
  for (const demand of BY_DEFINITION.get(definition) ?? []) {
    const found = demand(object, minor);
    // Nearly every map is as it should be, so nearly no list is made.
    if (found.length > 0) all = [...all, ...found];
  }
  return all;
}

const NOTHING: readonly Mistake[] = [];
