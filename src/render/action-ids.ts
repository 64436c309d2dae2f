/**
 * Every button stands for a command: its value is what would be typed after `/incident`, in Slack's form.
 * Ids must differ within a block, hence the number: `run-command:0`, `run-command:1`.
 */
export const RUN_COMMAND = 'run-command';

export const runCommandId = (index: number): string => `${RUN_COMMAND}:${index}`;

export const isRunCommand = (actionId: string): boolean =>
  actionId === RUN_COMMAND || actionId.startsWith(`${RUN_COMMAND}:`);
