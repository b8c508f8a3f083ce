import { spawn } from 'node:child_process';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whatever that is. `input` is its standard input. */
export function tryRun(command: string, args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? -1, stdout, stderr });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Runs a program. Throws what it says on standard error if it fails. */
export async function run(command: string, args: readonly string[], input?: string): Promise<string> {
  const { code, stdout, stderr } = await tryRun(command, args, input);
  if (code !== 0)
    throw new Error(`Cannot run ${[command, ...args].join(' ')}: exit ${code}\n${stderr.trim()}`);
  return stdout;
}
