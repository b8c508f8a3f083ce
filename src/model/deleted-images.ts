import { repositoryOf, type ImageReference } from './image';

/** Docker Hub has had none of these since 2026-09-11; who pulls them is asked to log in. A mirror may have them. */
const DELETED = ['docker.io/minio/minio', 'docker.io/minio/mc', 'docker.io/minio/console'];

export function isDeleted(image: ImageReference): boolean {
  return DELETED.includes(repositoryOf(image));
}

export const DELETED_REMEDY =
  'Docker Hub deleted it on 2026-09-11; use `store.image: silo`, which has `mc` too, or a copy in a registry of your own';

/** The server of MinIO, Inc., wherever its copy lies. It gets no fixes any more. */
export function isUpstreamServer(repository: string): boolean {
  return /(?:^|\/)minio\/minio$/.test(repository);
}
