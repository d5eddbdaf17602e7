/**
 * Hides the four digits before the last four: `13800138000` → `138****8000`. Of a number with fewer than eight digits
 * the last half is shown. What is not ASCII is left out. The client's `maskPhoneNumber` does the same.
 *
 * @param {string} number
 * @returns {string}
 */
exports.maskPhoneNumber = (number) => {
  const digits = number.replace(/\D/g, '').length;
  const shownAtEnd = Math.min(Math.floor(digits / 2), 4);
  const end = digits - shownAtEnd;
  let seen = 0;
  const mask = (digit) => {
    seen += 1;
    return seen > end - 4 && seen <= end ? '*' : digit;
  };
  return number.replace(/[\u0080-\uffff]/g, '').replace(/\d/g, mask);
};
