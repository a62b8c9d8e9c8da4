export declare const projectFolder: string;
export declare function logStep(line: string): void;
export declare function ensureInstalled(): void;
export declare function findChromium(): Promise<string | undefined>;
export declare function findFullChromium(): Promise<string | undefined>;
export declare function ensureChromium(): Promise<string>;
export declare function findNginx(): string | undefined;
export declare function ensureNginx(): void;
