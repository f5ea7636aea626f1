/** What the supervisor tells whoever started it: plain lines, Chinese first. */

export interface Words {
  say(chinese: string, english: string): void;
  /** A line that a program waits for, exactly as it is. */
  line(text: string): void;
}

export function createWords(write: (text: string) => void): Words {
  return {
    say: (chinese, english) => {
      write(`${chinese} · ${english}\n`);
    },
    line: (text) => {
      write(`${text}\n`);
    },
  };
}
