export { buildDebrief, type DebriefMaterial } from './build';
