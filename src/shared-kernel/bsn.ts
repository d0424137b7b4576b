const NINE_DIGITS = /(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g;

/** True when a text holds nine digits that pass the check of a citizen service number (BSN, "elfproef"). */
export function holdsBsn(text: string): boolean {
  return [...text.matchAll(NINE_DIGITS)].some(([found]) => isBsn(found.replace(/\D/g, '')));
}

function isBsn(digits: string): boolean {
  const numbers = [...digits].map(Number);
  const sum = numbers.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && numbers.some((digit) => digit !== 0);
}
