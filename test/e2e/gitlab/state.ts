/** What a CI job is, as a test queues it. */
export interface JobSpec {
  readonly name: string;
  readonly project: number;
  readonly ref: string;
  /** The job goes to the first runner that asks and has all of these. */
  readonly tags: readonly string[];
  readonly script: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly cache: readonly CacheSpec[];
  readonly image: string | undefined;
  /** Seconds; also how long a presigned URL is valid. */
  readonly timeout: number;
}

/** As in `.gitlab-ci.yml`. GitLab itself would append `-protected` or `-non_protected` to the key. */
export interface CacheSpec {
  readonly key: string;
  readonly paths: readonly string[];
  readonly policy?: 'pull' | 'push' | 'pull-push';
  readonly fallback_keys?: readonly string[];
}

export const FINAL_STATES = ['success', 'failed', 'canceled'] as const;
export type JobState = 'pending' | 'running' | (typeof FINAL_STATES)[number];

/** What a test is told of a job; times are seconds since 1970. */
export interface JobReport {
  readonly id: number;
  readonly spec: JobSpec;
  readonly state: JobState;
  readonly queuedAt: number;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  readonly failureReason?: string;
  readonly exitCode?: number;
  /** Address of the manager that took it, and that manager's system id. */
  readonly client?: string;
  readonly systemId?: string;
  /** The runner's own count and checksum of the log agree with what arrived. */
  readonly traceIsWhole?: boolean;
  readonly trace: string;
}

/** A job as the stand-in keeps it. */
export interface Job {
  readonly token: string;
  /** Of the log, in order. */
  readonly parts: Buffer[];
  report: Omit<JobReport, 'trace'>;
}

export interface Runner {
  readonly id: number;
  readonly token: string;
  readonly tags: readonly string[];
}

export interface State {
  readonly runners: Map<string, Runner>;
  readonly jobs: Map<number, Job>;
}

export interface Call {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Address of who asks. */
  readonly client: string;
  /** The number in the path; 0 where it has none. */
  readonly id: number;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The body as an object. Throws a SyntaxError for anything else. */
export function json(body: Buffer): Readonly<Record<string, unknown>> {
  const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString());
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SyntaxError('Cannot read the body: expected a JSON object');
  }
  return value as Readonly<Record<string, unknown>>;
}

export function traceOf({ parts }: Job): Buffer {
  return Buffer.concat(parts);
}

export const now = (): number => Date.now() / 1000;
