import { Router } from 'express';
import type { ClaudeGateway } from '../claude/gateway.js';
import { logFor } from '../log.js';

const log = logFor('visits');

export function visitRoutes(gateway: ClaudeGateway): Router {
  const router = Router();

  router.post('/visits/:id/summary', async (req, res) => {
    const summary = await gateway.complete({
      action: 'visit.summary',
      userId: res.locals.user.id,
      instructions: 'Summarize the visit for the treating team. Be brief.',
      text: req.body.notes,
    });
    log.info({ visit: req.params.id, length: summary.length }, 'visit summarized');
    res.json({ summary });
  });

  return router;
}
