import { type Visit, visit } from './visit.ts';

/** Opens a window in which this role is already signed in: at `at`, else at Groningen when the role is held in a municipality. */
export async function visitAs(
  role: string,
  { at, ...options }: Parameters<typeof visit>[0] & { readonly at?: string } = {},
): Promise<Visit> {
  const visitor = await visit(options);
  const form = { rol: role, ...(at && { organisatie: at }) };
  const answer = await visitor.context.request.post('/demo/aanmelden', { form, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`${role} cannot sign in: ${await answer.text()}`);
  return visitor;
}
