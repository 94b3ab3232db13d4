import { describe, expect, it } from '@jest/globals';

import { behind } from './behind.ts';

const registry = 'http://127.0.0.1:8101';

describe('what is behind the gateway', () => {
  it.each([
    ['/api/registry/v1/people?name=Mwape%20C&limit=5', '/v1/people', 'name=Mwape%20C&limit=5'],
    ['/api/registry/v1/households/%3Flimit=1', '/v1/households/%3Flimit=1', ''],
    ['/api/registry/v1/track/%25%23%2F', '/v1/track/%25%23%2F', ''],
    ['/api/registry/v1/imports?fileName=../a..b.csv', '/v1/imports', 'fileName=../a..b.csv'],
    ['/api/registry/v1/people?name=a?b/api/x/y', '/v1/people', 'name=a?b/api/x/y'],
    ['/api/regi%73try/v1/areas', '/v1/areas', ''],
    ['http://evil.example/api/registry/v1/areas', '/v1/areas', ''],
  ])('is asked for letter by letter: %s', (url, path, query) => {
    expect(behind(registry, url)).toEqual({ target: `${registry}${path}`, query });
  });

  it.each([
    '/api/registry/../payments/v1/cycles',
    '/api/registry/v1/%2e%2e/metrics',
    '/api/registry/..%2f..%2fmetrics',
    String.raw`/api/registry/v1\..\..\metrics`,
    '/api/registry/..;/metrics',
    '/api/registry/v1/%5c..%5cmetrics',
    '/api/registry/v1/a\tb',
    '/api/registry/v1/%ff',
    '/api/registry/%',
    '/api/registry/metrics',
    '/api/registry/METRICS/',
    '/api/registry/health/ready',
    '/api/registry/docs',
    '/api/registry/docs/swagger-ui.css',
    '/api/registry/openapi.json',
    '/api/registry/%6detrics',
    '/api/registry/metrics#x',
    '/api/registry/v1#/../metrics',
    '/api/registry/v1/people#x',
    '/api/registry/',
    '/api/registry/v1',
    '/api/registry/v1/',
    '/api/registry/%76%31/people',
    '/api/registry/V1/people',
    '/api/registry/v2/people',
    '/api/registry/v1.5/people',
    '/api/registry//v1/people',
    '/api/registry/v1//people',
    '/api/registry/v1/%2Fpeople',
    '/api/registry/v1/people/',
    '/api/registry/v1/./people',
    '/api/registry/v1/%2e/people',
    '/api/registry/v1/people/%2e%2e%2f%2e%2e%2fmetrics',
    '/api/registry/v1;x/../metrics',
  ])('does not hold %s', (url) => {
    expect(() => behind(registry, url)).toThrow('There is no such address');
  });
});
