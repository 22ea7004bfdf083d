import express from 'express';
import { Pool } from 'pg';
import { AuditTrail } from './audit/trail.js';
import { createClient } from './claude/client.js';
import { ClaudeGateway } from './claude/gateway.js';
import { logFor } from './log.js';
import { PatternRedactor } from './privacy/redactor.js';
import { visitRoutes } from './visits/routes.js';

const audit = new AuditTrail(new Pool({ connectionString: process.env.DATABASE_URL }));
const gateway = new ClaudeGateway(createClient(), new PatternRedactor(), audit);

const app = express();
app.use(express.json());
app.use(visitRoutes(gateway));
app.listen(8080, () => logFor('http').info('listening'));
