import { z } from 'zod';
import { settleBlocks } from '../compose.ts';
import { isObject, type Json, textIn } from '../json.ts';
import { demandView } from '../limits/view.ts';
import { json, type Method, method } from '../method.ts';
import { Refusal } from '../refusal.ts';
import { asView } from '../shapes.ts';
import type { StoredView, ViewDraft } from '../views.ts';
import type { World } from '../world.ts';

const view = json(z.unknown());
const Opening = z.object({ trigger_id: z.string(), view });

export const views: Readonly<Record<string, Method>> = {
  'views.open': method(Opening, { rate: 4 }, (args, world) => {
    const draft = draftOf(args.view, 'modal', world);
    return shown(world.views.open(world.triggers.exchange(args.trigger_id), draft, 'open'), world);
  }),
  'views.push': method(Opening, { rate: 4 }, (args, world) => {
    const draft = draftOf(args.view, 'modal', world);
    return shown(world.views.open(world.triggers.exchange(args.trigger_id), draft, 'push'), world);
  }),
  'views.update': method(
    z.object({ view_id: z.string().optional(), external_id: z.string().optional(), hash: z.string().optional(), view }),
    { rate: 4 },
    (args, world) => {
      const draft = draftOf(args.view, textIn(args.view, 'type') === 'home' ? 'home' : 'modal', world);
      const { view_id, external_id } = args;
      if (view_id === undefined && external_id === undefined) throw new Refusal('invalid_arguments');
      const fits = (each: StoredView) => each.id === view_id || (!!external_id && each.external_id === external_id);
      return shown(world.views.update(fits, draft, args.hash), world);
    },
  ),
  'views.publish': method(
    z.object({ user_id: z.string(), hash: z.string().optional(), view }),
    { rate: 4 },
    (args, world) => {
      const draft = draftOf(args.view, 'home', world);
      const user = world.workspace.user(args.user_id);
      if (user.kind === 'bot') throw new Refusal('invalid_arguments');
      return shown(world.views.publish(user.id, draft, args.hash), world);
    },
  ),
};

/** A view as it is stored, after all that Slack checks. @throws Refusal invalid_arguments, view_too_large */
export function draftOf(given: unknown, surface: 'modal' | 'home', world: World): ViewDraft {
  demandView(given, surface, world.refusedBlocks);
  const part = (name: string): Json | null => {
    const value = isObject(given) ? given[name] : undefined;
    return isObject(value) ? value : null;
  };
  const flagged = (name: string) => isObject(given) && given[name] === true;
  return {
    type: surface,
    blocks: settleBlocks(isObject(given) ? given.blocks : [], world.ids),
    callback_id: textIn(given, 'callback_id') ?? '',
    external_id: textIn(given, 'external_id') ?? '',
    private_metadata: textIn(given, 'private_metadata') ?? '',
    title: part('title'),
    submit: part('submit'),
    close: part('close'),
    clear_on_close: flagged('clear_on_close'),
    notify_on_close: flagged('notify_on_close'),
  };
}

function shown(stored: StoredView, { cast }: World): Json {
  return { view: asView(stored, cast) };
}
