/** How far something is: a bar that moves on a terminal, a line now and then anywhere else. */
export interface Progress {
  show(task: string, done: number, total: number, about: string): void;
  /** The task is done; the next line begins below. */
  end(task: string, total: number, about: string): void;
}

const WIDTH = 20;
/** Lines of one task where there is no terminal: a log is no place for a thousand of them. */
const LINES = 10;

export function createProgress(out: { write(text: string): unknown; readonly isTTY?: boolean }): Progress {
  let lastStep = '';
  const line = (task: string, done: number, total: number, about: string): string => {
    const filled = total === 0 ? WIDTH : Math.round((Math.min(done, total) / total) * WIDTH);
    return `${task} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total} ${about}`;
  };
  return {
    show(task, done, total, about) {
      if (out.isTTY === true) {
        out.write(`\r\u001B[2K${line(task, done, total, about)}`);
        return;
      }
      const step = `${task} ${about} ${total === 0 ? 0 : Math.floor((done / total) * LINES)}`;
      if (step !== lastStep) out.write(`${line(task, done, total, about)}\n`);
      lastStep = step;
    },
    end(task, total, about) {
      if (out.isTTY === true) out.write(`\r\u001B[2K${line(task, total, total, about)}\n`);
      else if (!lastStep.startsWith(`${task} ${about} ${LINES}`)) out.write(`${line(task, total, total, about)}\n`);
      lastStep = '';
    },
  };
}
