import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// Names and addresses that try to become markup or script, on every page.
@Suite struct HostileTextTests {
  /// After the ideas of published lists of filter evasions, each with a word that must never stand in a tag.
  static let attacks = [
    "<script>kinhack()</script>", "<img src=x onerror=kinhack()>", "\"><svg/onload=kinhack()>",
    "'><kinhack>", "</td></table><kinhack>", "</title><kinhack>", "</textarea><kinhack>",
    "</option></select><kinhack>", "<!--<kinhack>", "--><kinhack>", "<![CDATA[<kinhack>",
    "\" onmouseover=\"kinhack()", "' autofocus onfocus='kinhack()", "` onclick=`kinhack()",
    "javascript:kinhack()", "&lt;kinhack&gt;", "&#60;kinhack&#62;", "\\u003ckinhack\\u003e",
    "{{kinhack}}", "${kinhack}", "%3Ckinhack%3E", "<scr<script>ipt>kinhack()",
    "<a href=//x/kinhack>",
    "<base href=//kinhack>", "<meta http-equiv=refresh content=0;url=kinhack>",
    "<form action=kinhack>", "<input type=hidden name=token value=kinhack>",
    "<iframe srcdoc=kinhack>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=kinhack()>",
    "\u{202E}kcahnik<", "\u{FEFF}<kinhack>", "＜kinhack＞",
  ]

  /// Every tag that our pages have.
  private static let tags: Set<String> = [
    "!DOCTYPE", "a", "aside", "b", "body", "br", "button", "caption", "code", "dd", "details",
    "div",
    "dl", "dt", "em", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "head", "header",
    "html", "input", "kbd", "label", "li", "link", "main", "mark", "meta", "nav", "noscript", "ol",
    "option", "p", "path", "rect", "script", "select", "small", "span", "strong", "summary", "svg",
    "table", "tbody", "td", "text", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "ul",
    "circle",
  ]

  /// What is wrong with the tags of a page: one that is none of ours, one that never ends, or an attack outside of quotes.
  private static func trouble(_ page: String) -> String? {
    var rest = page.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.index(after: start)...]
      var bare: [UInt8] = []
      var isQuoted = false
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if !isQuoted && byte == UInt8(ascii: ">") { break }
        if rest.isEmpty { return "a tag without an end" }
        if !isQuoted { bare.append(byte) }
      }
      let tag = String(decoding: bare, as: UTF8.self)
      let name = tag.drop { $0 == "/" }.prefix { !" \n/".contains($0) }
      guard tags.contains(String(name)) else { return "the tag '\(name)'" }
      if tag.contains("kinhack") || tag.contains(" on") || tag.contains("'") || tag.contains("<") {
        return tag
      }
    }
    return page.contains("\u{202E}") ? "a character that turns the text around" : nil
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  static let rows = attacks.enumerated().map { place, attack in
    let born = "1\(place % 9)/0\(place % 8 + 1)/20\(place % 3 + 10)"
    let quoted = quoted(attack)
    return
      ",\(quoted),\(quoted),\(born),\(quoted),PO5 1AB\n,\(quoted),\(quoted)x,\(born),\(quoted),PO5 1AB\n"
  }.joined()

  @Test func theScannerFindsWhatItLooksFor() {
    #expect(Self.trouble("<p class=\"<kinhack>\">&lt;kinhack></p>") == nil)
    for page in [
      "<kinhack>", "<p><img src=x></p>", "<p onload=\"x\">", "<p class=kinhack>", "<p class='a'>",
      "<p title=\"a\" onclick=\"b\">", "<p", "<p <script>", "\u{202E}",
    ] {
      #expect(Self.trouble(page) != nil, "\(page)")
    }
  }

  @Test func nothingBecomesMarkup() async throws {
    try await withTemporaryFolder { folder in
      let stand = try await SiteStand(in: folder, rows: SmallCouncil.rows + Self.rows)
      let generation = stand.site.current
      var browser = try stand.browser("reviewer")
      let people = try generation.people()
      var pages: [(String, Browser.Answer)] = []
      func look(_ path: String) {
        pages.append((path, browser.get(path)))
      }
      for person in people {
        look(Links.person(person.key))
        look("/api/people/\(person.key.text)")
      }
      for item in generation.queue { look(Links.pair(item.pair)) }
      var hostile = 0
      for item in generation.queue.prefix(40) {
        let path = Links.preview(item.pair, item.people.count > 1 ? .match : .notMatch)
        let preview = try await PreviewTests.settled(browser, path)
        if preview.text.contains("Kinhack") { hostile += 1 }
        pages.append((path, preview))
      }
      #expect(hostile > 1, "\(hostile)")
      for attack in Self.attacks {
        pages.append(("search", browser.post("/search", [("wanted", attack)])))
        pages.append(
          (
            "sign-in",
            browser.post("/sign-in", [("name", attack), ("password", "x"), ("next", attack)])
          ))
        browser = try stand.browser("reviewer")
        stand.clock.move(seconds: 61)
      }
      let pair = try #require(generation.queue.first).pair
      for attack in Self.attacks {
        let answer = browser.post(
          Links.decide(pair), [("ruling", attack), ("reason", attack), ("comment", attack)])
        pages.append(("decide", answer))
      }
      let decided = browser.post(
        Links.decide(pair),
        [
          ("ruling", "match"), ("reason", "other"),
          ("comment", Self.attacks.prefix(20).joined(separator: " ")),
        ])
      #expect(decided.status == 303)
      let entry = try #require(stand.entries("decision").last).number
      for path in [
        "/today", "/queue", "/quality", "/ledger", "/decision/\(entry)", Links.pair(pair),
        "/purpose",
      ] {
        look(path)
      }
      #expect(pages.count > 100)
      var met = 0
      for (path, answer) in pages {
        #expect([200, 422].contains(answer.status), "\(path): \(answer.status)")
        let isPage = answer.header("content-type").hasPrefix("text/html")
        let text = answer.text
        if text.contains("kinhack") { met += 1 }
        guard isPage else { continue }
        let trouble = Self.trouble(text)
        #expect(trouble == nil, "\(path): \(trouble ?? "")")
      }
      // The attacks were there to be seen.
      #expect(met > 80, "\(met) of \(pages.count)")
    }
  }

  /// The same names as people of families: every family's page, the lists and what is entered there.
  @Test func nothingBecomesMarkupOnFamiliesPages() async throws {
    try await withTemporaryFolder { folder in
      // A grown-up and a child at each address, so that they become a family.
      let rows = Self.attacks.enumerated().map { place, attack in
        let quoted = Self.quoted(attack)
        let home = "\(place + 20) Long Road,PO6 \(place % 9)AB"
        return """
          ,\(quoted),\(quoted),1\(place % 9)/0\(place % 8 + 1)/2005,\(home)
          ,Kinhack\(place),\(quoted),2\(place % 8)/0\(place % 7 + 1)/1975,\(home)

          """
      }.joined()
      let stand = try await SiteStand.withFamilies(in: folder, rows: rows)
      let lines = stand.site.current.index.lines
      #expect(lines.count > 15, "\(lines.count) families")
      var browser = try stand.browser("manager", .familyReview)
      var pages = lines.map { browser.get(Links.family($0.id)) }
      let family = try #require(lines.first).id
      for attack in Self.attacks {
        pages.append(browser.post(Links.families, [("wanted", attack)]))
        pages.append(
          browser.post(
            Links.enter(family),
            [("step", "identify"), ("on", attack), ("area", attack)]))
        pages.append(
          browser.post(
            Links.enter(family), [("step", "identify"), ("on", "2013-07-01"), ("area", attack)]))
      }
      pages.append(browser.get(Links.families))
      pages.append(
        browser.get("/cohort?status=all&area=%3Ckinhack%3E&criterion=%22%3E%3Ckinhack%3E"))
      pages.append(browser.get(Links.claims))
      pages.append(browser.get("/claims/2013-07/tf1-2012"))
      pages.append(browser.get("/today"))
      let pairs = try stand.site.current.read { file in
        try file.allMemberships().prefix(10).compactMap { members in
          let people = Set(members.map(\.person)).sorted()
          let records = try people.prefix(2).map { try file.records(of: PersonID($0))[0] }
          return records.count == 2 ? RecordPair(records[0], records[1]) : nil
        }
      }
      #expect(!pairs.isEmpty)
      for pair in pairs.prefix(3) {
        let preview = try await PreviewTests.settled(browser, Links.preview(pair, .match))
        #expect(preview.text.contains("People whose records"))
        pages.append(preview)
      }
      var met = 0
      for answer in pages {
        #expect([200, 422].contains(answer.status), "\(answer.status)")
        if answer.text.contains("kinhack") { met += 1 }
        #expect(Self.trouble(answer.text) == nil, "\(Self.trouble(answer.text) ?? "")")
      }
      #expect(met > 15, "\(met) of \(pages.count)")
    }
  }
}
