import { spawn, type ChildProcess } from 'node:child_process';

let child: ChildProcess | undefined;

/** Starts `kubectl proxy`, which knows how to log in to any cluster, and returns its address. */
export function startProxy(): Promise<string> {
  return new Promise((resolve, reject) => {
    const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child = proxy;
    let said = '';
    const hear = (data: Buffer): void => {
      said += data.toString();
      const port = /Starting to serve on \S+:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    proxy.stdout.on('data', hear);
    proxy.stderr.on('data', hear);
    proxy.on('error', () => {
      reject(new Error('Cannot run kubectl: install it and put it into PATH'));
    });
    proxy.on('exit', () => {
      reject(new Error(`Cannot reach a cluster by kubectl proxy: ${said}`));
    });
  });
}

export function stopProxy(): void {
  child?.removeAllListeners('exit');
  child?.kill();
}
