// Runs before every component test file (vite.config.ts, setupFiles): the styles that index.html carries.
import './theme/theme.css';
import './theme/controls.css';
