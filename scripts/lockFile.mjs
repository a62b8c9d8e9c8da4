// Some packages ship their binary as one optional package for each platform. A lock file that misses some of them
// installs here and fails elsewhere, because `npm ci` installs only what the lock file names.

/**
 * @typedef {{ optionalDependencies?: Record<string, string> }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 */

/**
 * Finds optional packages that a locked package names and the lock file has no entry for.
 *
 * @param {LockFile} lockFile the parsed package-lock.json
 * @returns {string[]} one "PACKAGE needs OPTIONAL PACKAGE" for each missing entry
 */
export function missingOptionalPackages({ packages }) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersFrom(path).some((folder) => `${folder}node_modules/${name}` in packages))
      .map((name) => `${path} needs ${name}`),
  );
}

/**
 * Returns where Node.js looks for a package's dependencies: in its own folder, then in each folder above it.
 *
 * @param {string} path such as `node_modules/a/node_modules/b`
 */
function foldersFrom(path) {
  const folders = [''];
  for (const match of path.matchAll(/node_modules\/(?:@[^/]+\/)?[^/]+\/?/g))
    folders.push(`${path.slice(0, match.index + match[0].length).replace(/\/$/, '')}/`);
  return folders;
}
