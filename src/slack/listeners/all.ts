import type { App } from '@slack/bolt';
import { registerButtons } from './buttons.ts';
import { registerCommand } from './command.ts';
import { registerFeedback } from './feedback.ts';
import { registerHome } from './home.ts';
import { registerNotes } from './notes.ts';
import { registerQuestions } from './questions.ts';
import { registerSchedule } from './schedule.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** Every surface on one page. */
export function registerListeners(app: App<TakenContext>, toolbox: Toolbox): void {
  registerQuestions(app, toolbox);
  registerCommand(app, toolbox);
  registerHome(app, toolbox);
  registerButtons(app, toolbox);
  registerFeedback(app, toolbox);
  registerSchedule(app, toolbox);
  registerNotes(app, toolbox);
}
