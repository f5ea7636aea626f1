/** Where the pages begin: words first, so that nothing is shown untranslated, then the application. */
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { rememberLanguage, readerLanguage } from './app/language.ts';
import { startWords } from './app/words.ts';
import './app/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
rememberLanguage(readerLanguage());
await startWords();
createRoot(root).render(<App />);
