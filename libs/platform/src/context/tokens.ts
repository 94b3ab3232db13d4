import { Inject } from '@nestjs/common';

/** Where Nest finds what is not a class. */
export const configToken = Symbol('janela:config');
export const permissionsToken = Symbol('janela:permissions');
export const serviceToken = Symbol('janela:service');
export const otherRoutesToken = Symbol('janela:other-routes');

/** Injects the service's configuration: `constructor(@InjectConfig() private readonly config: RegistryConfig)`. */
export function InjectConfig(): ParameterDecorator {
  return Inject(configToken);
}
