import { CUSTOM_KINDS, KUBERNETES_APIS } from '../../../facts/kubernetes';
import { mapOf, textOf, type ValueMap } from '../../../manifests/value';
import { DNS_1035_LABEL, DNS_LABEL, DNS_SUBDOMAIN, PATH_SEGMENT, type Form } from '../forms';
import type { Mistake } from '../mistake';
import { refused, refusedForm, type Demands, type ObjectDemand } from './demand';

/** Names are DNS subdomains, but for these. (kubernetes, pkg/apis, validation of each group) */
const FORMS: Readonly<Record<string, Form>> = {
  'core.v1.Service': DNS_1035_LABEL,
  'core.v1.Namespace': DNS_LABEL,
  'apps.v1.StatefulSet': DNS_LABEL,
  // Its name is asked for nothing more.
  'policy.v1.PodDisruptionBudget': PATH_SEGMENT,
  'rbac.v1.Role': PATH_SEGMENT,
  'rbac.v1.RoleBinding': PATH_SEGMENT,
  'rbac.v1.ClusterRole': PATH_SEGMENT,
  'rbac.v1.ClusterRoleBinding': PATH_SEGMENT,
  'certificates.v1.CertificateSigningRequest': PATH_SEGMENT,
  'certificates.v1.ClusterTrustBundle': PATH_SEGMENT,
  'certificates.v1beta1.ClusterTrustBundle': PATH_SEGMENT,
  'networking.v1.IPAddress': PATH_SEGMENT,
  'admissionregistration.v1.ValidatingAdmissionPolicy': PATH_SEGMENT,
};

/** A CronJob puts eleven characters behind its name. (kubernetes, pkg/apis/batch/validation) */
const CRONJOB_NAME = 52;

export const NAME_DEMANDS: Demands = {
  ...Object.fromEntries(Object.keys(CUSTOM_KINDS.definitions).map((name) => [name, [objectName(name)]])),
  ...Object.fromEntries(
    Object.values(KUBERNETES_APIS)
      .flatMap(({ definitions }) => Object.entries(definitions))
      .filter(([, definition]) => definition['x-kubernetes-group-version-kind'] !== undefined)
      .map(([name]) => [name, [objectName(name)]]),
  ),
};

function objectName(definition: string): ObjectDemand {
  const form = FORMS[definition] ?? DNS_SUBDOMAIN;
  const namespaced = (metadata: ValueMap): readonly Mistake[] => {
    const namespace = textOf(metadata.namespace) ?? '';
    return namespace === '' || DNS_LABEL.accepts(namespace)
      ? []
      : [refusedForm('object-name', ['metadata', 'namespace'], namespace, DNS_LABEL)];
  };
  return (object) => {
    const metadata = mapOf(object.metadata);
    const [name, prefix] = [textOf(metadata.name) ?? '', textOf(metadata.generateName) ?? ''];
    const [field, read] = name === '' ? ['generateName', prefix.replace(/-$/, 'a')] : ['name', name];
    if (name === '' && prefix === '') return namespaced(metadata);
    if (!form.accepts(read)) return [refusedForm('object-name', ['metadata', field], name || prefix, form)];
    if (definition === 'batch.v1.CronJob' && name.length > CRONJOB_NAME) return [longCronJob(name)];
    return namespaced(metadata);
  };
}

function longCronJob(name: string): Mistake {
  return refused(
    'object-name',
    ['metadata', 'name'],
    `"${name}" has ${String(name.length)} characters, and the names of its Jobs would be too long`,
    `write at most ${String(CRONJOB_NAME)} characters`,
  );
}
