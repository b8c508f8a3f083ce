import { listOf, textOf, textsOf, type Path, type ValueMap } from '../../../manifests/value';
import { LABEL_VALUE, QUALIFIED_NAME } from '../forms';
import { valueFault } from '../leaf';
import type { Mistake } from '../mistake';
import { isSet, refused, refusedForm, type Demands, type ObjectDemand } from './demand';

/** Labels, what selects by them, and annotations. (apimachinery, pkg/apis/meta/v1/validation) */
export const LABEL_DEMANDS: Demands = {
  'meta.v1.ObjectMeta': [labelsAt('labels'), annotations],
  'meta.v1.LabelSelector': [labelsAt('matchLabels')],
  'core.v1.ServiceSpec': [labelsAt('selector')],
  'core.v1.ReplicationControllerSpec': [labelsAt('selector')],
  'core.v1.PodSpec': [labelsAt('nodeSelector')],
  'meta.v1.LabelSelectorRequirement': [requirement(['In', 'NotIn', 'Exists', 'DoesNotExist'])],
  'core.v1.NodeSelectorRequirement': [requirement(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'])],
};

function labelsAt(field: string): ObjectDemand {
  return (object) =>
    Object.entries(textsOf(object[field])).flatMap(([key, value]): Mistake[] => [
      ...badKey('label-syntax', [field, key], key),
      ...(LABEL_VALUE.accepts(value) ? [] : [refusedForm('label-syntax', [field, key], value, LABEL_VALUE)]),
    ]);
}

/** Keys of annotations are read in lower case. */
function annotations(object: ValueMap): readonly Mistake[] {
  const texts = textsOf(object.annotations);
  const size = Object.entries(texts).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  return [
    ...Object.keys(texts).flatMap((key) =>
      badKey('annotation-key', ['annotations', key], key, key.toLowerCase()),
    ),
    ...(size > ANNOTATIONS_BYTES
      ? [
          refused(
            'value-form',
            ['annotations'],
            `These annotations have ${String(size)} bytes, at most ${String(ANNOTATIONS_BYTES)} are taken`,
            'move what is long into a ConfigMap',
          ),
        ]
      : []),
  ];
}

const ANNOTATIONS_BYTES = 256 * 1024;

function badKey(
  check: 'label-syntax' | 'annotation-key',
  path: Path,
  key: string,
  read: string = key,
): readonly Mistake[] {
  return QUALIFIED_NAME.accepts(read) ? [] : [refusedForm(check, path, key, QUALIFIED_NAME, 'key')];
}

function requirement(operators: readonly string[]): ObjectDemand {
  return (object) => {
    const [key, operator] = [textOf(object.key) ?? '', textOf(object.operator) ?? ''];
    const values = listOf(object.values);
    const [needs, none] = [['In', 'NotIn'].includes(operator), ['Exists', 'DoesNotExist'].includes(operator)];
    const one = ['Gt', 'Lt'].includes(operator) && values.length !== 1;
    return [
      ...(isSet(operator) && !operators.includes(operator)
        ? [{ ...valueFault(operator, operators), path: ['operator'] }]
        : []),
      ...(isSet(key) && !QUALIFIED_NAME.accepts(key)
        ? [refusedForm('label-syntax', ['key'], key, QUALIFIED_NAME)]
        : []),
      ...(needs && values.length === 0
        ? [
            refused(
              'selector-expression',
              [],
              `"${operator}" without values selects nothing`,
              'write "values"',
            ),
          ]
        : []),
      ...(none && values.length > 0
        ? [refused('selector-expression', ['values'], `"${operator}" takes no values`, 'remove "values"')]
        : []),
      ...(one
        ? [refused('selector-expression', ['values'], `"${operator}" takes one value`, 'write one number')]
        : []),
      ...(needs
        ? values.flatMap((value, index) =>
            typeof value === 'string' && !LABEL_VALUE.accepts(value)
              ? [refusedForm('label-syntax', ['values', index], value, LABEL_VALUE)]
              : [],
          )
        : []),
    ];
  };
}
