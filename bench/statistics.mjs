/** Median and spread of samples. */

/** The value below which the share `q` of the samples lies. */
export function quantile(samples, q) {
  const sorted = [...samples].sort((one, other) => one - other);
  const place = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
}

/** Median and interquartile range. */
export function summary(samples) {
  return { median: quantile(samples, 0.5), low: quantile(samples, 0.25), high: quantile(samples, 0.75) };
}

/** How many times `theirs` ours is, from the samples that were taken side by side. */
export function ratio(ours, theirs) {
  return summary(ours.map((sample, at) => sample / theirs[at]));
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
