/** What people do on every page: sign in, and go somewhere. */
import { PASSWORD } from '../api-client.ts';
import type { Language, Visitor } from './browser.ts';

const WORDS = {
  zh: { account: '账号', password: '密码', signIn: '登录' },
  en: { account: 'Account', password: 'Password', signIn: 'Sign in' },
} as const;

interface Where {
  readonly path?: string;
  readonly language?: Language;
}

/** Leaves the visitor, whose browser has a session, on the page at `path`, once its heading is there. */
export async function signInAt(
  { page }: Visitor,
  account: string,
  { path = '/' }: Pick<Where, 'path'> = {},
): Promise<void> {
  // The browser keeps the cookie of the answer, as it does when the form has asked.
  const data = { account, password: PASSWORD };
  const answer = await page.context().request.post('/v1/sessions', { data });
  if (answer.status() !== 201) throw new Error(`${account}: ${await answer.text()}`);
  await page.goto(path);
  await arrived(page);
}

/** The same through the form that a page asks with. */
export async function signInByForm(
  { page }: Visitor,
  account: string,
  { path = '/', language = 'zh' }: Where = {},
): Promise<void> {
  const words = WORDS[language];
  await page.goto(path);
  await page.getByLabel(words.account).fill(account);
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.signIn }).click();
  await arrived(page);
}

async function arrived(page: Visitor['page']): Promise<void> {
  await page.locator('#content').getByRole('heading', { level: 1 }).waitFor();
}
