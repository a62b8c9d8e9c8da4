export interface ManifestChunk {
  file: string;
  name?: string;
  imports?: string[];
  css?: string[];
  isDynamicEntry?: boolean;
}

export interface PageWeight {
  name: string;
  /** In kB. */
  script: number;
  /** In kB. */
  style: number;
  budget: { script: number; style: number } | null;
}

export declare function measureBuild(
  manifest: Record<string, ManifestChunk>,
  bytesOf: (file: string) => number,
): PageWeight[];
export declare function isWithinBudget(line: PageWeight): boolean;
