/** The whole evening by keyboard alone: no pointer is moved and nothing is clicked. */
import { handsOnKeys } from '../../support/evening/hands.ts';
import { tellEvening } from './story/evening.ts';

tellEvening('keyboard', handsOnKeys);
