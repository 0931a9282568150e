import { Menu } from '#renderer/ui/Menu.tsx';
import { menuStore } from './menuStore.ts';
import styles from './PointMenu.module.css';

/** Shows the menu that was asked for at a point; stands once on the screen. */
export function PointMenu() {
  const menu = menuStore((state) => state.menu);
  if (!menu) return null;
  const close = () => {
    menuStore.setState({ menu: null });
    // What was chosen may have opened a dialog, which then has the focus already.
    setTimeout(() => {
      if (document.activeElement === document.body && menu.returnTo?.isConnected) menu.returnTo.focus();
    });
  };
  return (
    <Menu
      key={`${menu.x} ${menu.y}`}
      items={menu.items}
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <span className={styles.point} style={{ left: menu.x, top: menu.y }} aria-hidden />
    </Menu>
  );
}
