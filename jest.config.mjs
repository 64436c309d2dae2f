export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // Journeys start processes and databases; the machines of CI are small.
  testTimeout: 90_000,
  globalSetup: '<rootDir>/test/prepared-database.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
