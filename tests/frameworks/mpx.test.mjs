import { checkExample } from './check.mjs';

checkExample('mpx');
