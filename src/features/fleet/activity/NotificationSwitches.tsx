import { CHANGE_KINDS, type ChangeKind } from '../../../domain/fleet/changes.ts';
import type { NotificationSettings } from '../../../domain/fleet/notificationSettings.ts';
import { ChoiceField } from '../../../ui/controls/ChoiceField.tsx';
import styles from './ActivityPanel.module.css';
import { useNotificationSettings } from './useNotificationSettings.ts';

/** What to tell, and how: in this list always, outside it only when somebody asks for it here. */
export function NotificationSwitches() {
  const [settings, changeSettings] = useNotificationSettings();
  const change = (to: Partial<NotificationSettings>) => changeSettings((before) => ({ ...before, ...to }));
  const canNotify = 'Notification' in globalThis;
  const isDenied = canNotify && Notification.permission === 'denied';
  const notify = async (isWanted: boolean) => {
    const isAllowed = isWanted && (await Notification.requestPermission()) === 'granted';
    change({ browserNotifications: isAllowed });
  };
  return (
    <fieldset className={styles.switches}>
      <legend>Tell me when a tunnel</legend>
      {CHANGE_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={settings.kinds[kind]}
            onChange={({ target }) => change({ kinds: { ...settings.kinds, [kind]: target.checked } })}
          />
          {WORDS[kind]}
        </label>
      ))}
      <ChoiceField
        label="Ends soon means within"
        value={settings.endingSoonMinutes}
        choices={[5, 15, 30, 60].map((value) => ({ value, label: `${value} minutes` }))}
        onChange={(soonMinutes) => soonMinutes && change({ endingSoonMinutes: soonMinutes })}
      />
      {canNotify && (
        <label>
          <input
            type="checkbox"
            checked={settings.browserNotifications}
            disabled={isDenied}
            onChange={({ target }) => void notify(target.checked)}
          />
          As a notification of this browser
        </label>
      )}
      {isDenied && <p className="small muted">This browser does not let this page notify you.</p>}
      {settings.browserNotifications && (
        <p className="small muted">This tab goes on looking while it is hidden, to be able to notify you.</p>
      )}
      <label>
        <input
          type="checkbox"
          checked={settings.sound}
          onChange={({ target }) => change({ sound: target.checked })}
        />
        With a sound
      </label>
    </fieldset>
  );
}

const WORDS: Readonly<Record<ChangeKind, string>> = {
  active: 'becomes active',
  failed: 'fails',
  stopped: 'stops without being asked',
  ending: 'ends soon',
};
