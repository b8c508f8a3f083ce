import { z } from 'zod';
import CHECK_IDS from '../../facts/check-ids.json';
import { suggestion } from '../../text/closest';
import { shown } from '../../text/shown';
import { matching, text } from './text';

const checkId = text((id) => {
  if (!CHECK_IDS.includes(id))
    throw new RangeError(
      `Cannot find check ${shown(id)}: expected an id that \`runner-cache check --list\` tells, such as "image-digest"${suggestion(id, CHECK_IDS)}`,
    );
  return id;
});

const OBJECT = /^[A-Z][A-Za-z]*(\/[a-z0-9.-]+)?\/([a-z0-9.-]+\*?|\*)$/;
const REASON = /^\S.{0,298}\S$/;

/** What somebody accepts of what `check` finds in the manifests. */
export const exceptions = z
  .array(
    z.strictObject({
      check: checkId.describe('Id of the check'),
      object: matching(
        OBJECT,
        (value) =>
          `Cannot use object ${shown(value)}: expected kind, namespace and name, such as "Deployment/minio/minio"`,
        'Deployment/minio/minio',
      ).describe(
        '`Kind/namespace/name` or `Kind/name`; a `*` at the end stands for the hash in the name of a Job',
      ),
      reason: matching(
        REASON,
        (value) =>
          `Cannot use reason ${shown(value)}: expected one line of 2 to 300 characters that says why`,
        'the volume is on one node',
      ).describe('Why it is accepted; stands in the annotations of the object'),
    }),
  )
  .default([])
  .describe('Findings of `check` that are accepted');
