import { punctuated } from './punctuation';

export const greeting = punctuated('你好');
