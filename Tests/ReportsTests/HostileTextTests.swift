import SQLiteAccess
import Store
import Testing

@testable import Reports

/// Names that come from outside must stay text, whatever is in them.
@Suite struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</style></title><svg/onload=alert(1)>", "javascript:alert(1)", "&lt;b&gt; &#x3c;",
    "\u{202E}gnp.exe", "a\u{0}b\u{1B}[31m", "=HYPERLINK(\"http://x\")", "{{7*7}}${7*7}",
    "../../../etc/passwd", "\u{2028}]]><!--",
  ]

  /// A run in which everything that has a name has a bad one.
  static func fill(_ file: inout RunFile) throws {
    for name in ["council", "as_of", "purpose", "program", "pipeline"] {
      try file.note(name, texts[0] + texts[1])
    }
    for (number, text) in texts.enumerated() {
      try file.addSource(
        SourceRow(
          number: number, name: text, title: text, agency: text, owner: text,
          ground: SharingGround(
            basis: text, gateway: text, agreement: text, purposes: [text], retain: text),
          slots: []))
      try SampleRun.addState(text, text, text, 3, text, (1, 2, 3), &file)
      for later in 0..<2 {
        let extract = 2 * number + later
        try SampleRun.addExtract(
          extract, source: number, text, text, accepted: 10, quarantined: 3,
          skips: [(text, 1)], stated: 10, &file)
        try SampleRun.addColumn(extract, 0, text, text, (10, 3 * later, 1), 4, (1, 2), &file)
        for what in ["code", "shape"] {
          try SampleRun.addValue(extract, 0, what, text, 3 + 4 * later, &file)
        }
        try SampleRun.addProblem(extract, text, text, rejects: true, 3, text, &file)
        try SampleRun.addRejection(extract, 1, text, text, text, &file)
      }
      try SampleRun.addFinding("error", text, text, text, text, text, &file)
    }
  }

  @Test func `text is shown as text`() throws {
    let pages = try PageTests.Run.hostile.pages()
    for page in pages {
      #expect(page.outline.problems == [], "\(page.path)")
      #expect(page.outline.tags(named: "script").isEmpty)
      #expect(!page.html.contains("\u{202E}") && !page.html.contains("\u{0}"))
      #expect(!page.html.contains("\u{1B}"))
    }
    #expect(pages.count == 2 + Self.texts.count)
    #expect(pages[0].html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func `no name leads out of the folder`() throws {
    let paths = try PageTests.Run.hostile.reports().map(\.path)
    #expect(Set(paths).count == paths.count)
    for path in paths {
      #expect(path.hasPrefix("reports/") && !path.contains(".."))
      let steps = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(steps.count == (path.hasSuffix(".csv") || steps[1] != "sources" ? 2 : 3))
      #expect(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
  }

  @Test func `no spreadsheet takes a name for a formula`() throws {
    for file in try PageTests.Run.hostile.reports() where file.path.hasSuffix(".csv") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains(",=HYPERLINK") && !text.contains("\n=HYPERLINK"))
      #expect(!text.contains("\"=HYPERLINK"))
    }
  }

  @Test(arguments: [
    ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"), ("tab\tand\nline", "tab\tand\nline"),
    ("\u{0}\u{7F}\u{9B}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
    ("\u{1FFFE}", "\u{FFFD}"), ("Zoë — ok", "Zoë — ok"),
  ])
  func `escaping`(_ text: String, _ escaped: String) {
    let markup: Markup = "\(text)"
    #expect(markup.html == escaped)
  }

  @Test func `markup stays markup, and text within it text`() {
    let inner: Markup = "<b>\("<i>")</b>"
    let outer: Markup = "<p title=\"\("\"")\">\(inner) \(count: 12_345) \(7)</p>"
    #expect(outer.html == "<p title=\"&quot;\"><b>&lt;i&gt;</b> 12,345 7</p>")
  }

  @Test func `file names are other for other sources`() {
    let names = Self.texts + ["a", "A", "a.b", "a~2eb", "a-b", "a_b", ""]
    #expect(Set(names.map(ReportLink.fileName(of:))).count == names.count)
    #expect(ReportLink.fileName(of: "police-crimes") == "police-crimes")
    #expect(ReportLink.fileName(of: "../x") == "~2e~2e~2fx")
  }
}
