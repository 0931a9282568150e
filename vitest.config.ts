import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], testTimeout = 30_000) => ({
  test: { name, include, testTimeout, hookTimeout: 60_000, environment: 'node' as const },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx']),
      project('architecture', ['tests/architecture/**/*.test.ts']),
      project('properties', ['tests/properties/**/*.test.ts'], 120_000),
      project('migrations', ['tests/migrations/**/*.test.ts'], 60_000),
      project('integration', ['tests/integration/**/*.test.ts'], 120_000),
    ],
  },
});
