import type { Value, ValueMap } from '../../../manifests/value';
import { DNS_LABEL, PORT_NAME } from '../forms';
import type { Mistake } from '../mistake';
import { formed, refused, refusedForm, type Demands, type ObjectDemand } from './demand';

/** Numbers and names of ports. (apimachinery, pkg/util/validation, IsValidPortNum and IsValidPortName) */
export const PORT_DEMANDS: Demands = {
  'core.v1.ContainerPort': [
    portAt('containerPort'),
    optionalPortAt('hostPort'),
    formed('name', 'port-name', PORT_NAME),
  ],
  'core.v1.ServicePort': [
    portAt('port'),
    optionalPortAt('targetPort'),
    optionalPortAt('nodePort'),
    formed('name', 'port-name', DNS_LABEL),
  ],
  'core.v1.HTTPGetAction': [portAt('port')],
  'core.v1.TCPSocketAction': [portAt('port')],
  'core.v1.GRPCAction': [portAt('port')],
  'core.v1.EndpointPort': [portAt('port')],
  'networking.v1.NetworkPolicyPort': [portAt('port')],
  'networking.v1.ServiceBackendPort': [optionalPortAt('number'), formed('name', 'port-name', PORT_NAME)],
};

function portAt(field: string): ObjectDemand {
  return (object) => portFaults(field, object[field]);
}

/** Zero is absence. */
function optionalPortAt(field: string): ObjectDemand {
  return (object: ValueMap) => (object[field] === 0 ? [] : portFaults(field, object[field]));
}

function portFaults(field: string, value: Value | undefined): readonly Mistake[] {
  if (typeof value === 'number' && Number.isInteger(value) && (value < 1 || value > 65_535)) {
    return [refused('port-number', [field], `"${String(value)}" is no port`, 'write a port from 1 to 65535')];
  }
  if (typeof value === 'string' && field !== 'number' && !PORT_NAME.accepts(value)) {
    const digits = /^\d+$/.test(value);
    const mistake = refusedForm('port-name', [field], value, PORT_NAME);
    return [digits ? { ...mistake, remedy: `remove the quotes: ${value}` } : mistake];
  }
  return [];
}
