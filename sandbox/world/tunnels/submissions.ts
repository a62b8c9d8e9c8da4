/** Which tunnel each person's `submission_id` made; the same id of another person is another matter. */
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
