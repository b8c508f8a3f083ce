import { isAtLeast, tryVersionIn } from '../../text/version';
import type { Leaf } from '../leaf';
import {
  at,
  carried,
  dropped,
  replaced,
  textOf,
  type Context,
  type Row,
  type Target,
  type Verdict,
} from '../row';

/** The manager's image: one text in 2018, parts today; one that is too old for this configuration is left behind. */
export function managerImage(): readonly Row[] {
  return [
    ...['image', 'image.image', 'image.repository', 'image.tag'].map((path) => ({ path, read: image })),
    ...replaced('image.registry', '`runners[].image` and `images.registry` say where images come from'),
    carried('imagePullPolicy', 'images.pullPolicy', policy),
    ...dropped(
      'imagePullSecrets.**',
      'pods name no pull secrets; `images.registry` names a mirror that the nodes may pull from',
    ),
  ];
}

const OLDEST = '18.11.2';
/** From this one on the cache can be proved at boot. */
const PROVES = '19.4.0';

function image(leaf: Leaf, context: Context): Verdict {
  const whole = leaf.path.length === 1;
  const [, inWhole, tagInWhole] = /^(.*?)(?::([^:/]+))?$/.exec(textOf(leaf.value)) ?? [];
  const tag = whole ? (tagInWhole ?? '') : textOf(context.get('image', 'tag'));
  const version = tryVersionIn(tag);
  if (version !== undefined && !isAtLeast(version, OLDEST))
    return {
      kind: 'replaced',
      why: `runner ${tag} is too old: its token must come from the environment, which ${OLDEST} and newer can`,
    };
  const proves = version === undefined || isAtLeast(version, PROVES);
  const verify: Target[] = proves ? [] : [{ path: at('cache.verify'), value: 'off' }];
  if (!whole && leaf.path[1] === 'tag')
    return carriedTo([{ path: at('runners.0.image.tag'), value: tag }, ...verify]);
  const repository = whole ? (inWhole ?? '') : inRegistry(context);
  if (whole && tag === '')
    return { kind: 'replaced', why: 'an image without a tag moves by itself; `runners[].image` names one' };
  return carriedTo([
    { path: at('runners.0.image.repository'), value: repository },
    ...(whole ? [{ path: at('runners.0.image.tag'), value: tag }] : []),
    ...verify,
  ]);
}

function inRegistry(context: Context): string {
  const name = textOf(context.get('image', 'repository')) || textOf(context.get('image', 'image'));
  const registry = textOf(context.get('image', 'registry')) || DEFAULT_REGISTRY;
  return name.startsWith(`${registry}/`) ? name : `${registry}/${name}`;
}

/** That of the chart. */
const DEFAULT_REGISTRY = 'registry.gitlab.com';

function carriedTo(to: readonly Target[]): Verdict {
  return { kind: 'carried', to };
}

/** The chart of 2018 said `if-not-present` too. */
function policy(value: unknown): unknown {
  const words = textOf(value).toLowerCase().replaceAll('-', '');
  return ['IfNotPresent', 'Always', 'Never'].find((one) => one.toLowerCase() === words) ?? value;
}
