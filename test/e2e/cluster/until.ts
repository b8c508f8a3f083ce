import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks until the answer is not undefined and returns it. After `seconds` it throws what was waited for, and `explain`,
 * which says what is there instead.
 */
export async function until<Answer>(
  what: string,
  seconds: number,
  ask: () => Promise<Answer | undefined>,
  explain: () => Promise<string> = () => Promise.resolve(''),
): Promise<Answer> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s for ${what}\n${await explain()}`);
    await sleep(1000);
  }
}

/** As `until`, for a question that is answered by yes or no. */
export async function untilTrue(what: string, seconds: number, ask: () => Promise<boolean>): Promise<void> {
  await until(what, seconds, async () => ((await ask()) ? true : undefined));
}
