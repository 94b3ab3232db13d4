import { Inject } from '@nestjs/common';

/** Where Nest finds what is not a class. */
export const CONFIG = Symbol('janela:config');
export const PERMISSIONS = Symbol('janela:permissions');
export const SERVICE = Symbol('janela:service');

/** Injects the service's configuration: `constructor(@InjectConfig() private readonly config: RegistryConfig)`. */
export function InjectConfig(): ParameterDecorator {
  return Inject(CONFIG);
}
