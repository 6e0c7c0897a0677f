/** The digits with the decimal point one place to the left or to the right: 82.1 as 8.21 or 821. */
export function pointsMoved(digits: string): string[] {
  const [whole = '', rest = ''] = digits.split('.');
  const left = whole.length > 1 ? [`${whole.slice(0, -1)}.${whole.slice(-1)}${rest}`] : [];
  const right = rest.length > 0 ? [`${whole}${rest[0]}${rest.length > 1 ? `.${rest.slice(1)}` : ''}`] : [];
  return [...left, ...right].map((moved) => moved.replace(/^0+(?=\d)/u, ''));
}

/** The digits with one of them changed, never so that a number begins with a 0 that it did not have. */
export function oneDigitChanged(digits: string): string[] {
  const others: string[] = [];
  for (let at = 0; at < digits.length; at += 1) {
    if (digits[at] === '.') continue;
    for (const digit of '0123456789') {
      const other = `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`;
      if (digit !== digits[at] && !/^0\d/u.test(other)) others.push(other);
    }
  }
  return others;
}
