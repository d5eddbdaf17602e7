import { GIVEN_ONCE } from './again.mjs';
import { CHANGE_COMPILER } from './changes.mjs';
import { checkExample } from './check.mjs';

const example = 'taro-react';

checkExample('examples/taro-react, by webpack', { example, more: GIVEN_ONCE });
checkExample('examples/taro-react, by Vite', { example, change: CHANGE_COMPILER.vite, more: GIVEN_ONCE });
