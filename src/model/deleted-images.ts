import { IMAGE_FACTS } from '../facts/images';
import { repositoryOf, type ImageReference } from './image';

/** Docker Hub has had none of these since 2026-09-11; who pulls them is asked to log in. A mirror may have them. */
export function isDeleted(image: ImageReference): boolean {
  const repository = repositoryOf(image);
  return IMAGE_FACTS.some((fact) => fact.fate === 'gone' && fact.repository === repository);
}

export const DELETED_REMEDY =
  'Docker Hub deleted it on 2026-09-11; use `store.image: silo`, which has `mc` too, or a copy in a registry of your own';

/** The server of MinIO, Inc., wherever its copy lies. It gets no fixes any more. */
export function isUpstreamServer(repository: string): boolean {
  return /(?:^|\/)minio\/minio$/.test(repository);
}
