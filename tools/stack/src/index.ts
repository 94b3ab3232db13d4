export { buildAll } from './build.ts';
export { type Service, type ServiceAddresses, services } from './services.ts';
export { memoryFlags, type Stack, type StackOptions, startStack } from './stack.ts';
