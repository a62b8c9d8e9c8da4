import { CHANGE_KINDS, type ChangeKind } from '../../../domain/fleet/changes.ts';
import type { NotificationSettings } from '../../../domain/fleet/notificationSettings.ts';
import { countText } from '../../../domain/text/count.ts';
import { ChoiceField } from '../../../ui/controls/ChoiceField.tsx';
import styles from './NotificationSwitches.module.css';
import { useNotificationSettings } from './useNotificationSettings.ts';

const KIND_LABELS: Readonly<Record<ChangeKind, string>> = {
  active: 'becomes active',
  failed: 'fails',
  stopped: 'stops unexpectedly',
  ending: 'expires soon',
};

/** Chooses which changes are activity, and whether the browser notifies the reader of them as well. */
export function NotificationSwitches() {
  const [settings, changeSettings] = useNotificationSettings();
  const change = (changes: Partial<NotificationSettings>) =>
    changeSettings((before) => ({ ...before, ...changes }));
  const canNotify = 'Notification' in globalThis;
  const isDenied = canNotify && Notification.permission === 'denied';
  const setBrowserNotifications = async (isWanted: boolean) => {
    const isAllowed = isWanted && (await Notification.requestPermission()) === 'granted';
    change({ browserNotifications: isAllowed });
  };
  return (
    <fieldset className={styles.switches}>
      <legend>Notify me when a tunnel</legend>
      {CHANGE_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={settings.kinds[kind]}
            onChange={({ target }) => change({ kinds: { ...settings.kinds, [kind]: target.checked } })}
          />
          {KIND_LABELS[kind]}
        </label>
      ))}
      <ChoiceField
        label="Warn before expiry"
        value={settings.endingSoonMinutes}
        choices={[5, 15, 30, 60].map((value) => ({ value, label: countText(value, 'minute') }))}
        onChange={(minutes) => minutes && change({ endingSoonMinutes: minutes })}
      />
      {canNotify && (
        <label>
          <input
            type="checkbox"
            checked={settings.browserNotifications}
            disabled={isDenied}
            onChange={({ target }) => void setBrowserNotifications(target.checked)}
          />
          Browser notifications
        </label>
      )}
      {isDenied && (
        <p className="small muted">Notifications are blocked. Allow them in your browser’s site settings.</p>
      )}
      {settings.browserNotifications && (
        <p className="small muted">Keep this tab open. It checks for changes in the background.</p>
      )}
      <label>
        <input
          type="checkbox"
          checked={settings.sound}
          onChange={({ target }) => change({ sound: target.checked })}
        />
        Play a sound
      </label>
    </fieldset>
  );
}
