import { Hono } from 'hono';
import { writeMemo } from './memos.js';

export const routes = new Hono();

routes.post('/memos', async (c) => {
  const { userId } = c.get('session');
  const memo = await writeMemo(userId, await c.req.json());
  return c.json({ memo });
});
