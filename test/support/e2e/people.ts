/** What people do on every page: sign in, and go somewhere. */
import { PASSWORD } from '../api-client.ts';
import type { Language, Visitor } from './browser.ts';

const WORDS = {
  zh: { account: '账号', password: '密码', signIn: '登录' },
  en: { account: 'Account', password: 'Password', signIn: 'Sign in' },
} as const;

/** Leaves the visitor on the page at `path`, once its heading is there. */
export async function signInAt(
  { page }: Visitor,
  account: string,
  { path = '/', language = 'zh' }: { readonly path?: string; readonly language?: Language } = {},
): Promise<void> {
  const words = WORDS[language];
  await page.goto(path);
  await page.getByLabel(words.account).fill(account);
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.signIn }).click();
  await page.locator('#content').getByRole('heading', { level: 1 }).waitFor();
}
