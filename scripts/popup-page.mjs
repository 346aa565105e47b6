/** The popup's page as it is built: first its still picture, by one small script; what is read afterwards stands in a template until then. */

/** @returns {import('vite').Plugin} */
export const popupPage = () => ({
  name: 'second-glance-popup-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path }) {
      if (!/\bpopup\b/.test(path)) return html;
      const later = html.match(/<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g) ?? [];
      const sooner = later.reduce((page, tag) => page.replace(tag, ''), html);
      return sooner.replace('</body>', `<template>${later.join('')}</template><script src="/first-picture.js"></script></body>`);
    },
  },
});
