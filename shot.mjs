// usage: node shot.mjs <account> <path> <name> [width] [lang]
import { chromium } from 'playwright-core';
const [account, path, name, width='1440', lang='zh'] = process.argv.slice(2);
const origin = process.env.ORIGIN ?? 'http://127.0.0.1:8090';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const page = await browser.newPage({ viewport: { width: +width, height: 900 } });
page.on('console', (m) => console.log(m.type(), m.text()));
page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
page.on('requestfailed', (r) => console.log('FAILED', r.url(), r.failure()?.errorText));
await page.addInitScript((l) => localStorage.setItem('milepost.language', l), lang);
await page.goto(origin + path);
if (account !== '-') {
  await page.getByLabel(lang==='zh'?'账号':'Account').fill(account);
  await page.getByLabel(lang==='zh'?'密码':'Password', { exact: true }).fill('demo-password-123');
  await page.getByRole('button', { name: lang==='zh'?'登录':'Sign in' }).click();
}
await page.waitForTimeout(1500);
await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: process.env.FULL === '1' });
await browser.close();
