// breaks: nothing
import fastify from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { recordElement } from '../use-cases/record-element.ts';
export const allowed = [fastify, renderToString, recordElement];
