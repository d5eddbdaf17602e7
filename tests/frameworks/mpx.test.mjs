import { GIVEN_ONCE } from './again.mjs';
import { checkExample } from './check.mjs';

checkExample('examples/mpx', { example: 'mpx', more: GIVEN_ONCE });
