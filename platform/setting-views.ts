/** The settings as the options page shows them. */
import type { SettingView } from '../core/setting';
import { type Definition, definitions, listLimit, type SettingKey, settingKeys } from './setting-definitions';
import type { ReadSettings } from './settings';

/** Every setting of the definitions, with its value, its bounds and who set it. */
export function settingViews(
  read: Pick<ReadSettings, 'settings' | 'own' | 'here' | 'managed' | 'managedEntries' | 'managedRules'>,
): Readonly<Record<SettingKey, SettingView>> {
  const viewOf = (key: SettingKey): SettingView => {
    const { policy, section, default: usual } = definitions[key] as Definition<unknown>;
    const common = { key, section, managed: read.managed.includes(key), own: key in read.own, here: read.here.includes(key) };
    const value: unknown = read.settings[key];
    if (key === 'ruleStrengths') return { ...common, kind: 'rules', value: read.settings.ruleStrengths, fixed: read.managedRules };
    switch (policy.type) {
      case 'array':
        return { ...common, kind: 'list', value: value as readonly string[], most: listLimit, fixed: read.managedEntries[key] ?? [] };
      case 'boolean':
        return { ...common, kind: 'yes-no', value: value === true, usual: usual === true };
      case 'integer':
        return { ...common, kind: 'whole', value: Number(value), usual: Number(usual), minimum: policy.minimum, maximum: policy.maximum };
      case 'string':
        return { ...common, kind: 'choice', value: String(value), usual: String(usual), choices: policy.enum ?? [] };
    }
  };
  return Object.fromEntries(settingKeys.map((key) => [key, viewOf(key)])) as Record<SettingKey, SettingView>;
}
