import type { ParseArgsOptionsConfig } from 'node:util';
import type { FailureLike } from '#shared/i18n/errorText.ts';
import type { InputOf, OutputOf, Operation } from '#shared/contract/operation.ts';
import type { HostStart } from './startOwnHost.ts';

/** Built files that the program needs beside its bundle. */
export interface BuiltFiles {
  readonly workerFile: URL;
  readonly rendererFolder: URL;
  readonly manifest: URL;
}

/** A failure to be told in words; ends the command with `exitCode`, 2 for wrong use and 1 for everything else. */
export class CliFailure extends Error {
  readonly exitCode: 1 | 2;
  /** For `--json`. */
  readonly error: FailureLike;
  constructor(message: string, exitCode: 1 | 2, error: FailureLike) {
    super(message);
    this.exitCode = exitCode;
    this.error = error;
  }
}

/** What a command works with. */
export interface CliContext {
  readonly json: boolean;
  /** `--workspace`, as an absolute path. */
  readonly workspace: string | undefined;
  /** One line (or a JSON document) on standard output. */
  print(text: string): void;
  /** One line on standard error, for people; nothing with `--json`. */
  note(text: string): void;
  readStandardInput(): Promise<string>;
  /**
   * Calls an operation in the running host, or in a core of this process that is opened at the first call and closed
   * when the command ends. An expected failure is thrown as `CliFailure` in words.
   */
  call<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>>;
  /** Makes a file known to the core that `call` talks to; answers its handle. */
  handFile(path: string): Promise<string>;
  /** Starts the browser host in this process. */
  startHost(port: number): Promise<HostStart>;
  /** Ends the running host and waits for it; answers its process number, null when none runs. */
  stopHost(): Promise<number | null>;
}

/** Values and words of the command line after the command's name. */
export interface CliArguments {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly words: readonly string[];
}

/** A sub-command; one file each in `commands/`, listed in `allCommands.ts`. */
export interface CliCommand {
  readonly name: string;
  /** One line for the list. */
  readonly summary: string;
  /** What follows `kongdan NAME`, then details; shown by `kongdan help NAME`. */
  readonly usage: string;
  readonly options?: ParseArgsOptionsConfig;
  /** Answers the exit code. */
  run(args: CliArguments, context: CliContext): Promise<number>;
}
