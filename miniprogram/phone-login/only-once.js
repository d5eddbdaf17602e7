/** Hands the first value on, and no other one; says whether it did. */
function onlyOnce(take) {
  let isTaken = false;
  return (value) => {
    if (isTaken) return false;
    isTaken = true;
    take(value);
    return true;
  };
}

module.exports = { onlyOnce };
