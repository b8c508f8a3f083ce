import type { JobReport } from '../gitlab/state';
import { plainLog } from './job-log';

/** What a job tries, by its name. The outcome is an HTTP status, or `none` where nobody answers. */
export type Attempts = Readonly<Record<string, { readonly method: string; readonly url: string }>>;

/** Shell lines that make all requests at once with nothing but busybox and say what came back. */
export function attemptsScript(attempts: Attempts): readonly string[] {
  const lines = Object.entries(attempts).map(([name, { method, url }]) => {
    const { host, hostname, port, pathname, search } = new URL(url);
    const request = `${method} ${pathname}${search} HTTP/1.1\\r\\nHost: ${host}\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n`;
    // printf's own sign is doubled, as an address has many. Who hangs up before the answer gets none: so it waits.
    const text = request.replace(/%/g, '%%');
    const ask = `{ printf '${text}'; sleep 3; } | timeout 6 nc ${hostname} ${port || '80'} 2>/dev/null | head -n 1`;
    return `( set -- $(${ask}); echo "TRIED-${name} \${2-none}" ) &`;
  });
  return [...lines, 'wait'];
}

/** The outcomes by the attempts' names, from a job's log or from a command's output. */
export function outcomesOf(log: Pick<JobReport, 'trace'> | string): Readonly<Record<string, string>> {
  const text = typeof log === 'string' ? log : plainLog(log);
  const found = [...text.matchAll(/^TRIED-(\S+) (\S+)$/gm)];
  return Object.fromEntries(found.map(([, name = '', outcome = '']) => [name, outcome]));
}
