/** Whether this is a Han ideograph of the common blocks. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff);
}

/** Whether this takes two columns of print: Han, CJK punctuation, full-width forms. */
export function isWide(code: number): boolean {
  return isHan(code) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff60);
}

/** Whether this is a space that separates words or cells, and not a line end. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x3000 || code === 0xa0;
}

/** Whether a sentence ends here. */
export function endsSentence(character: string): boolean {
  return '。！？；.!?;'.includes(character);
}

/** Whether a line that ends here is certainly not finished. */
export function expectsMore(character: string): boolean {
  return '，、,（([《“‘－-~=＝<＜>＞≤≥+＋/·×±&％:：'.includes(character) && character !== '％';
}

/** Whether nothing new can begin with this: it belongs to what stands before it. */
export function belongsToBefore(character: string): boolean {
  return '，。、；：！？,.;:!?）)]》”’%~=<>≤≥±×·'.includes(character);
}
