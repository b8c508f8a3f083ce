import { below, type Wrong } from './case';

export const IMAGES: readonly Wrong[] = [
  below(
    'store: { image: minio/minio }',
    '2:17  store.image  Cannot use "minio/minio": expected "silo" or "distroless" or "upstream" or "custom" or a map with "preset", "repository", "tag", "digest"',
  ),
  below(
    'store: { image: sillo }',
    '2:17  store.image  Cannot use "sillo": expected "silo" or "distroless" or "upstream" or "custom" or a map with "preset", "repository", "tag", "digest"; did you mean "silo"?',
  ),
  below(
    'store: { image: custom }',
    '2:17  store.image  Cannot use image preset "custom" alone: expected `repository` and `tag` beside it',
  ),
  below(
    'store: { image: { repository: minio/minio, tag: RELEASE.2025 } }',
    '2:17  store.image  Cannot use image "minio/minio:RELEASE.2025": Docker Hub deleted it on 2026-09-11; use `store.image: silo`, which has `mc` too, or a copy in a registry of your own',
  ),
  below(
    'store: { image: { preset: custom, repository: minio/minio, tag: RELEASE.2025 } }',
    '2:17  store.image  Cannot use image "minio/minio:RELEASE.2025": Docker Hub deleted it on 2026-09-11; use `store.image: silo`, which has `mc` too, or a copy in a registry of your own',
  ),
  below(
    'store: { image: { preset: custom, repository: quay.io/minio/minio } }',
    '2:17  store.image  Cannot use image preset "custom" alone: expected `repository` and `tag` beside it',
  ),
  below(
    'store: { image: { preset: custom, repository: "quay.io/minio/minio:x", tag: x } }',
    '2:47  store.image.repository  Cannot use repository "quay.io/minio/minio:x": expected registry and path without a tag, such as "registry.example.com/silo"',
  ),
  below(
    'store: { image: { preset: custom, repository: quay.io/minio/minio, tag: latest } }',
    '2:17  store.image  Cannot use image "quay.io/minio/minio:latest": expected a tag other than "latest", such as "alpine:3.21"',
  ),
  below(
    'store: { image: { tag: 5 } }',
    '2:24  store.image.tag  Cannot use 5: expected text in quotes, such as "alpine-v19.4.0"',
  ),
  below(
    'store: { image: { digest: sha256:abc } }',
    '2:27  store.image.digest  Cannot use digest "sha256:abc": expected "sha256:" and 64 hex digits',
  ),
  below(
    'store: { image: { prest: silo } }',
    '2:19  store.image.prest  Unknown key "prest"; did you mean "preset"?',
  ),
  below(
    'store: { image: 5 }',
    '2:17  store.image  Cannot use 5: expected "silo" or "distroless" or "upstream" or "custom" or a map with "preset", "repository", "tag", "digest"',
  ),
  below(
    'store: { image: [silo] }',
    '2:17  store.image  Cannot use a list: expected "silo" or "distroless" or "upstream" or "custom" or a map with "preset", "repository", "tag", "digest"',
  ),
  below(
    'store: { image: null }',
    '2:17  store.image  Cannot use an empty value: expected "silo" or "distroless" or "upstream" or "custom" or a map with "preset", "repository", "tag", "digest"; or remove the key',
  ),
  below(
    'runners: [{ image: gitlab/gitlab-runner }]',
    '2:20  runners[0].image  Cannot use "gitlab/gitlab-runner": expected "gitlab-runner" or "custom" or a map with "preset", "repository", "tag", "digest"',
  ),
  below(
    'runners: [{ image: { tag: alpine-v17.0.0 } }]',
    '2:20  runners[0].image  Cannot use runner 17.0.0: expected 18.11.2 or newer',
    '2:20  runners[0].image  Cannot verify the cache at boot with runner 17.0.0: expected 19.4.0 or newer, or `cache.verify: off`',
  ),
  below(
    'runners: [{ image: { tag: v18.11.1 } }]',
    '2:20  runners[0].image  Cannot use runner 18.11.1: expected 18.11.2 or newer',
    '2:20  runners[0].image  Cannot verify the cache at boot with runner 18.11.1: expected 19.4.0 or newer, or `cache.verify: off`',
  ),
  below(
    'runners: [{ image: { tag: v18.11.2 } }]',
    '2:20  runners[0].image  Cannot verify the cache at boot with runner 18.11.2: expected 19.4.0 or newer, or `cache.verify: off`',
  ),
  below(
    'runners: [{ image: { tag: alpine } }]',
    '2:20  runners[0].image  Cannot tell the runner\'s version from tag "alpine": expected such as "alpine-v19.4.0"',
  ),
  below(
    'runners: [{ image: { tag: 19.4 } }]',
    '2:27  runners[0].image.tag  Cannot use 19.4: expected text in quotes, such as "alpine-v19.4.0"',
  ),
  below(
    'runners: [{ image: "19.4.0" }]',
    '2:20  runners[0].image  Cannot use "19.4.0": expected "gitlab-runner" or "custom" or a map with "preset", "repository", "tag", "digest"',
  ),
  below(
    'runners: [{ jobs: { image: alpine } }]',
    '2:28  runners[0].jobs.image  Cannot use image "alpine": expected a tag other than "latest", such as "alpine:3.21"',
  ),
  below(
    'runners: [{ jobs: { image: "alpine:latest" } }]',
    '2:28  runners[0].jobs.image  Cannot use image "alpine:latest": expected a tag other than "latest", such as "alpine:3.21"',
  ),
  below(
    'runners: [{ jobs: { image: "Alpine:3" } }]',
    '2:28  runners[0].jobs.image  Cannot use image "Alpine:3": expected a name and a tag, such as "alpine:3.21"',
  ),
  below(
    'runners: [{ jobs: { image: { repository: alpine, tag: "3" } } }]',
    '2:28  runners[0].jobs.image  Cannot use a map: expected text, such as "alpine:3.21"',
  ),
  below(
    'runners: [{ jobs: { image: "minio/mc:RELEASE.2025" } }]',
    '2:28  runners[0].jobs.image  Cannot use image "minio/mc:RELEASE.2025": Docker Hub deleted it on 2026-09-11; use `store.image: silo`, which has `mc` too, or a copy in a registry of your own',
  ),
  below(
    'store: { image: { preset: custom, repository: quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z } }',
    '2:47  store.image.repository  Cannot use repository "quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z": expected registry and path without a tag, such as "registry.example.com/silo"',
  ),
  below(
    'store: { image: { preset: custom, repository: docker.io/minio/mc, tag: RELEASE.2025 } }',
    '2:17  store.image  Cannot use image "docker.io/minio/mc:RELEASE.2025": Docker Hub deleted it on 2026-09-11; use `store.image: silo`, which has `mc` too, or a copy in a registry of your own',
  ),
  below(
    'store: { image: { preset: custom, repository: index.docker.io/minio/minio, tag: RELEASE.2025 } }',
    '2:17  store.image  Cannot use image "index.docker.io/minio/minio:RELEASE.2025": Docker Hub deleted it on 2026-09-11; use `store.image: silo`, which has `mc` too, or a copy in a registry of your own',
  ),
  below(
    'store: { image: { preset: custom, tag: RELEASE.2025 } }',
    '2:17  store.image  Cannot use image preset "custom" alone: expected `repository` and `tag` beside it',
  ),
  below(
    'store: { image: { tag: "a b" } }',
    '2:24  store.image.tag  Cannot use tag "a b": expected letters, digits, "-", "_" and ".", such as "alpine-v19.4.0"',
  ),
  below(
    'runners: [{ image: { preset: silo } }]',
    '2:30  runners[0].image.preset  Cannot use "silo": expected "gitlab-runner" or "custom"',
  ),
  below(
    'runners: [{ image: gitlab-runer }]',
    '2:20  runners[0].image  Cannot use "gitlab-runer": expected "gitlab-runner" or "custom" or a map with "preset", "repository", "tag", "digest"; did you mean "gitlab-runner"?',
  ),
  below(
    'runners: [{ image: { repository: Gitlab/Runner } }]',
    '2:34  runners[0].image.repository  Cannot use repository "Gitlab/Runner": expected registry and path without a tag, such as "registry.example.com/silo"',
  ),
  below(
    'runners: [{ jobs: { image: "alpine:3.21@sha256:abc" } }]',
    '2:28  runners[0].jobs.image  Cannot use image "alpine:3.21@sha256:abc": expected a name and a tag, such as "alpine:3.21"',
  ),
  below(
    'runners: [{ jobs: { image: "" } }]',
    '2:28  runners[0].jobs.image  Cannot use image "": expected a name and a tag, such as "alpine:3.21"',
  ),
  below(
    `runners: [{ jobs: { image: "${'a'.repeat(256)}:1" } }]`,
    `2:28  runners[0].jobs.image  Cannot use image "${'a'.repeat(75)}…": expected at most 255 characters before its tag`,
  ),
  below(
    `store: { image: { repository: ${'a'.repeat(256)} } }`,
    `2:17  store.image  Cannot use image "${'a'.repeat(75)}…": expected at most 255 characters before its tag`,
  ),
  below(
    `images: { registry: ${'a'.repeat(250)} }\nrunners: [{ image: { repository: a } }]`,
    `3:20  runners[0].image  Cannot use image "${'a'.repeat(75)}…": expected at most 255 characters before its tag`,
  ),
];
