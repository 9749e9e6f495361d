/** Light or dark: what the person chose, else what the system says. Runs before anything is drawn. */
const KEY = 'qliento-look';
const system = window.matchMedia('(prefers-color-scheme: dark)');

const show = () => {
  const dark = (localStorage.getItem(KEY) ?? (system.matches ? 'dark' : 'light')) === 'dark';
  document.documentElement.setAttribute('theme', dark ? 'dark' : '');
};

window.qlientoLook = {
  turn() {
    const dark = document.documentElement.getAttribute('theme') === 'dark';
    localStorage.setItem(KEY, dark ? 'light' : 'dark');
    show();
  },
};

system.addEventListener('change', show);
show();
