import { GIVEN_AGAIN } from './again.mjs';
import { checkExample } from './check.mjs';

checkExample('examples/uni-app', { example: 'uni-app', more: GIVEN_AGAIN });
