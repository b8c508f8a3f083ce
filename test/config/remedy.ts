/** What a message says to type, or what happens otherwise. */
export const REMEDY =
  /expected|did you mean|use |remove|keep one|Missing (?:"|closing|space)|only kind|put |it is always|the runner would ignore it$|inside of what it stands for$|expand to/;
