export const punctuated = (text) => `${text}，`;
