// breaks: domain-is-pure
import { z } from 'zod';
export const element = z.string();
