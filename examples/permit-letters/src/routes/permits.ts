import type { FastifyInstance } from 'fastify';

export default async function permits(app: FastifyInstance) {
  app.post<{ Body: { statement: string }; Params: { id: string } }>('/permits/:id/letter', async (request) => {
    const letter = await app.draftLetter({
      userId: request.clerk.id,
      instructions: 'Draft a letter in plain language about this permit.',
      material: request.body.statement,
    });
    request.log.info({ permit: request.params.id, length: letter.length }, 'letter drafted');
    return { letter };
  });
}
