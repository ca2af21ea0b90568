import { FOLDER_VARIABLES } from '../../src/config.ts';
import { MODEL_VARIABLES } from '../../src/settings/model.ts';
import { SCHEDULE_VARIABLES } from '../../src/settings/schedule.ts';
import { SLACK_VARIABLES } from '../../src/settings/slack.ts';

/** Every variable that the program reads, in the order of `.env.example`. */
export const VARIABLES = { ...FOLDER_VARIABLES, ...SLACK_VARIABLES, ...SCHEDULE_VARIABLES, ...MODEL_VARIABLES };
