/// What makes the site quicker to use.
///
/// Every action has a button or a link, and works without this.
enum SiteScript {
  static let text = """
    'use strict';
    (function () {
      var store = {
        get: function () { try { return localStorage.getItem('kindred-keys') !== 'off'; } catch (e) { return true; } },
        set: function (on) { try { localStorage.setItem('kindred-keys', on ? 'on' : 'off'); } catch (e) {} }
      };
      var root = document.documentElement;
      root.classList.add('js');
      function typing(target) {
        return target.matches && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
      }
      function act(key) {
        if (key === '?') { location.assign('/help'); return true; }
        if (key === 'd') { root.classList.toggle('no-marks'); return true; }
        var fold = document.querySelector('[data-key-toggle="' + key + '"]');
        if (fold) { fold.open = fold.classList.contains('step') || !fold.open; fold.querySelector('summary').focus(); return true; }
        var found = document.querySelector('[data-key="' + key + '"]');
        if (!found) { return false; }
        if (found.matches('input, select, textarea')) { found.focus(); } else { found.click(); }
        return true;
      }
      document.addEventListener('keydown', function (event) {
        if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) { return; }
        if (event.key === 'Escape' && typing(event.target)) { event.target.blur(); return; }
        if (!store.get() || typing(event.target) || !/^[a-z?]$/.test(event.key)) { return; }
        if (act(event.key)) { event.preventDefault(); }
      });
      var button = document.getElementById('keys-switch');
      if (button) {
        var tell = function () { button.textContent = store.get() ? 'Turn the keys off' : 'Turn the keys on'; };
        button.hidden = false;
        button.addEventListener('click', function () { store.set(!store.get()); tell(); });
        tell();
      }
      /* What is being worked out is looked at again until it is there. */
      if (document.querySelector('[data-look-again]')) {
        setTimeout(function () { location.reload(); }, 1500);
      }
      /* One click decides once. */
      document.addEventListener('submit', function (event) {
        if (event.target.dataset.sent) { event.preventDefault(); return; }
        event.target.dataset.sent = 'yes';
      });
      window.addEventListener('pageshow', function () {
        document.querySelectorAll('form').forEach(function (form) { delete form.dataset.sent; });
      });
    })();

    """
}
