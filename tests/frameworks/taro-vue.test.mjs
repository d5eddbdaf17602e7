import { GIVEN_ONCE } from './again.mjs';
import { CHANGE_COMPILER } from './changes.mjs';
import { checkExample } from './check.mjs';

const example = 'taro-vue';

checkExample('examples/taro-vue, by Vite', { example, more: GIVEN_ONCE });
checkExample('examples/taro-vue, by webpack', { example, change: CHANGE_COMPILER.webpack5, more: GIVEN_ONCE });
