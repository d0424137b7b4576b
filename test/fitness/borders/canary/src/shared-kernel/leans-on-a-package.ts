// breaks: shared-kernel-is-pure
import { z } from 'zod';
export const code = z.string();
