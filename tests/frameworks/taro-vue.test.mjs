import { checkExample } from './check.mjs';

checkExample('taro-vue');
