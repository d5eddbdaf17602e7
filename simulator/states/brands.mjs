/** Three brands, each of a few variables: what docs/theming.md shows. */

/** @type {Record<string, { css: string }>} */
export const brands = {
  red: {
    css: 'page { --popup-accent: #d9201a; --popup-link: #b3261e; --popup-radius: 24px; --popup-button-radius: 25px }',
  },
  yellow: {
    css: `page { --popup-accent: #ffd100; --popup-on-accent: #222222; --popup-link: #7a5900; --popup-fill: #f6f5f0;
      --popup-button-radius: 25px }`,
  },
  blue: {
    css: `page { --popup-accent: #1463e0; --popup-link: #1463e0; --popup-radius: 12px; --popup-button-radius: 8px }
      @media (prefers-color-scheme: dark) { page { --popup-link: #8ab4ff } }`,
  },
};
