import type { ImlProblem } from "./problem.ts";

/** What is known to be wrong with the mapping that is being read, so that one mistake is told once. */
export class Recovery {
  /** The current slot holds something that no tree can express. */
  isBroken = false;
  private readonly problems: ImlProblem[];
  private isEndReported = false;
  private isAbandoned = false;

  constructor(problems: ImlProblem[]) {
    this.problems = problems;
  }

  /** Reports what stays within an `Invalid` node of its own. */
  report(problem: ImlProblem): void {
    if (!this.isAbandoned) this.problems.push(problem);
  }

  /** Reports why the current slot cannot be expressed, unless it already could not. */
  fail(problem: ImlProblem): void {
    if (!this.isBroken) this.report(problem);
    this.isBroken = true;
  }

  /** The mapping ended before something that it opened was closed. The innermost one is told. */
  failAtEnd(problem: ImlProblem): void {
    if (this.isEndReported) this.isBroken = true;
    this.fail(problem);
    this.expectEarlyEnd();
  }

  /** A problem that was reported explains why brackets stay open. */
  expectEarlyEnd(): void {
    this.isEndReported = true;
  }

  /** Nothing that is found from now on is worth telling. */
  abandon(problem: ImlProblem): void {
    this.fail(problem);
    this.isAbandoned = true;
  }
}
