/** The whole evening by mouse: clicks and the pointer, and typed only what has no button. */
import { handsOnMouse } from '../../support/evening/hands.ts';
import { tellEvening } from './story/evening.ts';

tellEvening('mouse', handsOnMouse);
