import { ApiHeader } from '@nestjs/swagger';

/** For a parameter decorator that reads a header: puts the header into the OpenAPI document. */
export function documentedHeader(name: string, description: string): ParameterDecorator {
  return (target, method) => {
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method !== undefined && descriptor) ApiHeader({ name, description })(target, method, descriptor);
  };
}
