import type { Texts } from '../catalogue.ts';

export const contacts = {
  'contacts.page.title': '联系人',
  'contacts.list.title': '联系人',
  'contacts.list.empty': '还没有联系人',
  'contacts.add.button': '加联系人',
  'contacts.add.done': '已加联系人：{{name}}',
  'contacts.edit.saved': '已改联系人',
  'contacts.tabs.label': '联系人的各部分',
  'contacts.fields.title': '联系方式',
  'contacts.parts.title': '在商机里的角色',
  'contacts.parts.empty': '还不在任何权力地图上',
  'contacts.parts.emptyHint': '在商机的权力地图里加上这个人。',
} as const satisfies Texts<'contacts'>;
