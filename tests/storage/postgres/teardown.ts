import { tearDown } from './setup';

export default tearDown;
