import Foundation
import Testing
import TestSupport
import Vocabulary

@testable import Reports

/// What a spot check is shown of a claim, and what it must never be shown.
@Suite("The evidence of a claim")
struct EvidencePackTests {
  private func texts(_ pack: EvidencePack) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: pack.files(in: "packs").map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  @Test("the page, the object and the rows are as they were")
  func snapshots() throws {
    let files = texts(SamplePack.pack())
    #expect(
      files.keys.sorted() == [
        "packs/C00007-rows.csv", "packs/C00007.html", "packs/C00007.json",
      ])
    try expectSnapshot(of: try #require(files["packs/C00007.json"]), named: "C00007.json")
    try expectSnapshot(of: try #require(files["packs/C00007-rows.csv"]), named: "C00007-rows.txt")
    let page = try #require(files["packs/C00007.html"])
    let content = try #require(page.split(separator: "<main").last)
    try expectSnapshot(of: "<main\(content)", named: "C00007-main.txt")
  }

  @Test("the three questions are answered in their order")
  func questions() throws {
    let page = try #require(texts(SamplePack.pack())["packs/C00007.html"])
    let places = ["id=\"eligible\"", "id=\"working\"", "id=\"results\""].map { mark in
      page.components(mark) == 1 ? page.split(separator: mark).first?.utf8.count ?? -1 : -1
    }
    #expect(places.allSatisfy { $0 > 0 } && places == places.sorted())
    // One gap that data could settle makes the third answer uncertain, and no other.
    #expect(page.components("</svg>Yes</span>") == 2)
    #expect(page.contains("</svg>Cannot tell</span>"))
  }

  @Test("nobody is named, no id of the team's is shown, and nothing from the benefits system")
  func hidden() throws {
    for (path, text) in texts(SamplePack.pack()) {
      for id in [SamplePack.child, SamplePack.parent] {
        #expect(!text.contains(id.text), "\(path)")
      }
      #expect(!text.contains(FamilyID(77).text), "\(path)")
      #expect(!text.contains("dwp.benefit"), "\(path)")
      #expect(!text.contains("2012-07-02"), "the date of a benefit is in \(path)")
    }
    let page = try #require(texts(SamplePack.pack())["packs/C00007.html"])
    #expect(page.contains("a return that may not be shown"))
    #expect(page.contains("1 row comes from the benefits system"))
  }

  @Test("whoever has the object alone can make its digest again")
  func digest() throws {
    let text = try #require(texts(SamplePack.pack())["packs/C00007.json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let lines = try #require(object["evidence"] as? [[String: String]])
    let digests = try lines.map { line in
      if let digest = line["sha256"] { return digest }
      return try Self.sha256(try #require(line["salt"]) + (try #require(line["text"])))
    }
    let whole = try Self.sha256(digests.map { $0 + "\n" }.joined())
    #expect(whole == object["evidence_digest"] as? String)
    // The records of the two people.
    #expect(lines.count { $0["text"] == nil } == 2)
    #expect(lines.count == 11)
  }

  /// The digest by the system's own tool.
  private static func sha256(_ text: String) throws -> String {
    try withTemporaryFolder { folder in
      try write(text, to: "\(folder)/text")
      let answer = try run("/usr/bin/sha256sum", ["\(folder)/text"]).output
      return String(answer.prefix(64))
    }
  }

  @Test("texts from outside stay texts", arguments: HostileTextTests.texts)
  func hostile(text: String) throws {
    let files = texts(SamplePack.pack(text))
    let page = try #require(files["packs/C00007.html"])
    for tag in ["<script", "<img", "<svg/", "</style></title>"] { #expect(!page.contains(tag)) }
    let rows = try #require(files["packs/C00007-rows.csv"])
    #expect(!rows.contains(",=HYPER") && !rows.contains("\n=HYPER"))
    for line in try #require(files["packs/C00007.json"]).split(separator: "\n") {
      #expect(line.hasPrefix("{") && line.hasSuffix("}"))
    }
  }

  @Test("a family without a life on record is told to have none")
  func lifeless() throws {
    var pack = SamplePack.pack()
    pack.life = nil
    let page = try #require(texts(pack)["packs/C00007.html"])
    #expect(page.contains("attachment is not on record"))
  }
}

extension String {
  /// How often a text is in it.
  fileprivate func components(_ text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
