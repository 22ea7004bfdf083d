import Fastify from 'fastify';
import letters from './plugins/letters.js';
import permits from './routes/permits.js';

const app = Fastify({ logger: true });
await app.register(letters);
await app.register(permits);
await app.listen({ port: 8443, host: '0.0.0.0' });
