/**
 * Packages that hand to one module what another one put on an application, a request or a context, or bound in a container.
 */

/** Packages, and modules of packages, that hand around what is put on what they give. */
export const FRAMEWORKS = /^(?:@?fastify|@hapi|elysia|express|hono|koa)(?:[-/]|$)/;

/** Packages that hand in what is bound in a container. */
const CONTAINERS = /^(?:@nestjs\/common|awilix|inversify|tsyringe|typedi)$/;

/** True for the name of a package that hands around what is put on it or bound in it. */
export function isHandingAround(name: string): boolean {
  return FRAMEWORKS.test(name) || CONTAINERS.test(name);
}
