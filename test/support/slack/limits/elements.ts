import { isObject, listIn } from '../json.ts';
import { both, type Check, flag, kinds, list, number, oneOf, problem, shape, text, typed } from './check.ts';
import { anyText, plainText } from './texts.ts';

/** https://docs.slack.dev/reference/block-kit/blocks (`action_id`, `block_id`) */
export const MOST_ID = 255;
const action_id = text(MOST_ID);
const url = text(3000);
/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
const confirm = shape(
  { text: anyText(300) },
  { title: plainText(100), confirm: plainText(30), deny: plainText(30), style: oneOf('primary', 'danger') },
);
/** The value: 75 by this page, 150 by that of select menus; the lower is taken.
 * https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
const option = shape({ text: plainText(75), value: text(75) }, { description: plainText(75) });
const linkOption = shape({ text: plainText(75) }, { value: text(75), description: plainText(75), url });
const markedOption = shape({ text: anyText(75), value: text(75) }, { description: anyText(75) });
const group = shape({ label: plainText(75), options: list(100, option) });
const focus_on_load = flag;
const placeholder = plainText(150);
const choosing = { action_id, confirm, focus_on_load };

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const button = typed(
  { text: plainText(75) },
  { action_id, value: text(2000, 0), url, style: oneOf('primary', 'danger'), confirm, accessibility_label: text(75) },
);

/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
const overflow = typed({ options: list(5, linkOption) }, { action_id, confirm });

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const staticSelect = both(
  typed(
    {},
    { ...choosing, placeholder, options: list(100, option), option_groups: list(100, group), initial_option: option },
  ),
  oneSourceOfOptions,
  offersWhatIsChosen,
);
const multiStaticSelect = both(
  typed(
    {},
    {
      ...choosing,
      placeholder,
      options: list(100, option),
      option_groups: list(100, group),
      initial_options: list(100, option),
      max_selected_items: number({ least: 1, whole: true }),
    },
  ),
  oneSourceOfOptions,
);
/** https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
const checkboxes = typed({ options: list(10, markedOption) }, { ...choosing, initial_options: list(10, markedOption) });
const radioButtons = typed({ options: list(10, markedOption) }, { ...choosing, initial_option: markedOption });
const pickers = {
  datepicker: typed({}, { ...choosing, placeholder, initial_date: text(10) }),
  timepicker: typed({}, { ...choosing, placeholder, initial_time: text(5), timezone: text(100) }),
  users_select: typed({}, { ...choosing, placeholder, initial_user: text(MOST_ID) }),
  /** https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element */
  multi_users_select: typed(
    {},
    {
      ...choosing,
      placeholder,
      initial_users: list(100, text(MOST_ID)),
      max_selected_items: number({ least: 1, whole: true }),
    },
  ),
  channels_select: typed({}, { ...choosing, placeholder, initial_channel: text(MOST_ID), response_url_enabled: flag }),
  conversations_select: typed(
    {},
    {
      ...choosing,
      placeholder,
      initial_conversation: text(MOST_ID),
      default_to_current_conversation: flag,
      response_url_enabled: flag,
      filter: shape(
        {},
        {
          include: list(4, oneOf('im', 'mpim', 'private', 'public')),
          exclude_external_shared_channels: flag,
          exclude_bot_users: flag,
        },
      ),
    },
  ),
};

/** https://docs.slack.dev/reference/block-kit/block-elements/image-element */
export const image = typed(
  { alt_text: text(2000) },
  { image_url: url, slack_file: shape({}, { id: text(MOST_ID), url }) },
);

const choices = {
  static_select: staticSelect,
  multi_static_select: multiStaticSelect,
  checkboxes,
  radio_buttons: radioButtons,
  ...pickers,
};

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const actionElement: Check = kinds({ button, overflow, ...choices });
/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const accessory: Check = kinds({ button, overflow, image, ...choices });
/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const inputElement: Check = kinds({
  ...choices,
  plain_text_input: typed(
    {},
    {
      action_id,
      focus_on_load,
      placeholder,
      initial_value: text(3000, 0),
      multiline: flag,
      min_length: number({ least: 0, most: 3000, whole: true }),
      max_length: number({ least: 1, most: 3000, whole: true }),
      dispatch_action_config: shape({
        trigger_actions_on: list(2, oneOf('on_enter_pressed', 'on_character_entered')),
      }),
    },
  ),
  number_input: typed(
    { is_decimal_allowed: flag },
    { action_id, focus_on_load, placeholder, initial_value: text(100), min_value: text(100), max_value: text(100) },
  ),
});

/** https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
const verdict = shape({ text: plainText(75), value: text(2000) }, { accessibility_label: text(75) });
/** https://docs.slack.dev/reference/block-kit/blocks/context-actions-block */
export const contextAction: Check = kinds({
  feedback_buttons: typed({ positive_button: verdict, negative_button: verdict }, { action_id }),
  icon_button: typed(
    { icon: oneOf('trash'), text: plainText(75) },
    {
      action_id,
      value: text(2000),
      accessibility_label: text(75),
      visible_to_user_ids: list(100, text(MOST_ID)),
      confirm,
    },
  ),
});

function oneSourceOfOptions(value: unknown, at: string, found: string[]): void {
  if (isObject(value) && (value.options === undefined) === (value.option_groups === undefined)) {
    found.push(problem('must define either `options` or `option_groups`', at));
  }
}

function offersWhatIsChosen(value: unknown, at: string, found: string[]): void {
  if (!isObject(value) || !isObject(value.initial_option)) return;
  const offered = [
    ...listIn(value, 'options'),
    ...listIn(value, 'option_groups').flatMap((each) => listIn(each, 'options')),
  ];
  const chosen = JSON.stringify(value.initial_option);
  if (!offered.some((each) => JSON.stringify(each) === chosen)) {
    found.push(problem('`initial_option` must match one of the options', `${at}/initial_option`));
  }
}
