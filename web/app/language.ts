/** Which of the two languages the reader wants: Chinese unless chosen otherwise, remembered on this device. */

export type Language = 'zh' | 'en';

const STORED_AS = 'milepost.language';

let current: Language = stored() ?? 'zh';

export function readerLanguage(): Language {
  return current;
}

export function rememberLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // A browser that keeps nothing still shows the language until it is closed.
  }
}

function stored(): Language | null {
  try {
    const value = localStorage.getItem(STORED_AS);
    return value === 'zh' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}
