// breaks: use-cases-know-no-web, fastify-behind-http
import type { FastifyReply } from 'fastify';
export const answer = (reply: FastifyReply) => reply.send('');
