import HTTPServing
import Reports

/// Keys, words and where to turn.
enum HelpPage {
  private static let keys: [(String, String)] = [
    ("m", "One person"), ("n", "Two people; on other pages, the next pair"),
    ("h", "Two people of one household"), ("u", "Cannot tell: refer"),
    ("r", "To the reason"), ("c", "To the comment"), ("j", "Leave the pair, on to the next"),
    ("p", "What would change if it were decided otherwise than it stands"),
    ("w", "Open or shut the step-by-step weight"), ("d", "Show or hide the marks of differences"),
    ("z", "Undo what was just decided"), ("q", "To the queue"), ("?", "This page"),
  ]

  static func show(_ visit: Visit) -> HTTPResponse {
    let table = DataTable(
      id: "keys", caption: "Keys; each has a button or link, too",
      columns: [.text("Key"), .text("What it does")],
      rows: keys.map { ["<kbd>\($0.0)</kbd>", "\($0.1)"] })
    return visit.page(
      "Help", here: Links.help,
      [
        "<h1>Help</h1>", "<h2>Keys</h2>", table.markup,
        """
        <p><button class="quiet-button" id="keys-switch" hidden>Turn the keys off</button></p>
        <noscript><p class="note">Keys need JavaScript. Everything else works without it.</p></noscript>
        """,
        """
        <h2>Words</h2>
        <dl class="pairs">
        <dt>Record</dt><dd>The details of a person as one source gives them, however many rows repeat them.</dd>
        <dt>Person</dt><dd>Records that are judged to be one human being.</dd>
        <dt>Bit</dt><dd>The unit of evidence: one bit more doubles the odds that two records are one person.</dd>
        <dt>Chance that it is wrong</dt><dd>How likely the program is mistaken, by its own figures. The queue begins where that chance, times the harm, is largest.</dd>
        <dt>Refer</dt><dd>Leave a pair to a second reviewer, who decides by the same evidence.</dd>
        </dl>
        """,
        """
        <h2>What becomes of a decision</h2>
        <p>It stands in the ledger at once, with your name, your reason and a digest of what you saw. The next run heeds it, \
        and every run after that; if what you saw changes, it is asked again. It can be undone, by an entry of its own.</p>
        """,
      ])
  }
}
