/** The tunnel that was created with each `submission_id`. Different people can use the same ID. */
export class Submissions {
  readonly #tunnelIds = new Map<string, string>();

  tunnelIdOf(ownerId: string, submissionId: string): string | undefined {
    return this.#tunnelIds.get(`${ownerId} ${submissionId}`);
  }

  record(ownerId: string, submissionId: string, tunnelId: string): void {
    this.#tunnelIds.set(`${ownerId} ${submissionId}`, tunnelId);
  }

  clear(): void {
    this.#tunnelIds.clear();
  }
}
