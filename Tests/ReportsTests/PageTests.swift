import SQLiteAccess
import Store
import Testing

@testable import Reports

/// What every page has to be: well formed, complete in itself, and usable by everyone.
@Suite struct PageTests {
  /// Runs that differ in what there is to show.
  enum Run: String, CaseIterable, CustomTestStringConvertible {
    case ordinary, empty, hostile

    var testDescription: String { rawValue }

    func reports() throws -> [ReportFile] {
      switch self {
      case .ordinary: try SampleRun.reports()
      case .empty: try SampleRun.reports { _ in }
      case .hostile: try SampleRun.reports { try HostileTextTests.fill(&$0) }
      }
    }

    func pages() throws -> [(path: String, html: String, outline: HTMLOutline)] {
      try reports().filter { $0.path.hasSuffix(".html") }.map { file in
        let html = String(decoding: file.bytes, as: UTF8.self)
        return (file.path, html, HTMLOutline(html))
      }
    }
  }

  @Test(arguments: Run.allCases)
  func `pages are well formed`(_ run: Run) throws {
    for page in try run.pages() {
      #expect(page.outline.problems == [], "\(page.path)")
      let ids = page.outline.values(of: "id")
      #expect(ids.count == Set(ids).count, "\(page.path)")
    }
  }

  @Test(arguments: Run.allCases)
  func `pages need nothing from elsewhere and run nothing`(_ run: Run) throws {
    for page in try run.pages() {
      let names = Set(page.outline.tags.map(\.name))
      #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "form"]))
      for tag in page.outline.tags {
        #expect(
          !tag.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" })
      }
      #expect(!page.html.contains("@import") && !page.html.contains("url("))
      for link in page.outline.values(of: "href") {
        #expect(!link.contains(":") && !link.hasPrefix("/"), "\(link)")
      }
    }
  }

  @Test(arguments: Run.allCases)
  func `every link leads to a report, to the quarantine or into the page`(_ run: Run) throws {
    let paths = Set(try run.reports().map(\.path))
    for page in try run.pages() {
      let ids = Set(page.outline.values(of: "id"))
      for link in page.outline.values(of: "href") {
        if link.hasPrefix("#") {
          #expect(ids.contains(String(link.dropFirst())))
        } else {
          let target = Self.resolve(link, from: page.path)
          #expect(paths.contains(target) || target.hasPrefix("quarantine"), "\(link)")
        }
      }
    }
  }

  private static func resolve(_ link: String, from page: String) -> String {
    var steps = page.split(separator: "/").dropLast().map(String.init)
    for step in link.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }

  @Test(arguments: Run.allCases)
  func `pages can be used without seeing them`(_ run: Run) throws {
    for page in try run.pages() {
      let outline = page.outline
      #expect(outline.tags(named: "html").first?.attributes["lang"] == "en-GB")
      #expect(outline.tags(named: "h1").count == 1)
      #expect(outline.tags(named: "main").count == 1)
      #expect(outline.tags(named: "caption").count == outline.tags(named: "table").count)
      #expect(outline.tags(named: "th").allSatisfy { $0.attributes["scope"] != nil })
      let ids = Set(outline.values(of: "id"))
      for names in outline.values(of: "aria-labelledby") {
        #expect(names.split(separator: " ").allSatisfy { ids.contains(String($0)) })
      }
      for drawing in outline.tags(named: "svg") {
        let isNamed = drawing.attributes["aria-labelledby"] != nil
        #expect(isNamed || drawing.attributes["aria-hidden"] == "true")
      }
    }
  }

  @Test(arguments: Run.allCases)
  func `every page says how far it can be trusted`(_ run: Run) throws {
    for page in try run.pages() { #expect(page.html.contains("<p class=\"trust\">")) }
  }

  @Test func `the trust line counts what is fresh and what is wrong`() throws {
    let page = try #require(try Run.ordinary.pages().first)
    #expect(page.outline.text.contains("22 July 2013"))
    #expect(page.html.contains("1 of 4 sources fresh, 1 ageing, 1 stale, 1 missing"))
    #expect(page.html.contains("2 errors, 6 warnings"))
  }

  @Test func `the sum of the rows is shown`() throws {
    let page = try #require(try Run.ordinary.pages().first)
    #expect(page.html.contains("<b>53,996 read</b>"))
    #expect(page.html.contains("53,823 accepted</b>"))
    #expect(page.html.contains("146 quarantined</b>"))
    #expect(page.html.contains("27 skipped</b>"))
    #expect(!page.html.contains("do not add up"))
  }

  @Test func `rows that do not add up are said aloud`() throws {
    let reports = try SampleRun.reports { file in
      try SampleRun.ordinary(&file)
      try file.connection.execute("UPDATE extract SET accepted = accepted - 1 WHERE id = 11")
    }
    let page = try #require(reports.first)
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("do not add up"))
  }

  @Test func `the same run gives the same bytes`() throws {
    #expect(try SampleRun.reports() == SampleRun.reports())
  }
}
