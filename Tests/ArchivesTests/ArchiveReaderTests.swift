import TestSupport
import Testing

@testable import Archives

@Suite struct ArchiveReaderTests {
  @Test func theMembersOfAZipAreRead() throws {
    try withTemporaryFolder { (folder: String) throws in
      try shell(
        "mkdir -p in/sub && printf 'a,b' > in/one.csv && seq 100000 > in/sub/two.csv"
          + " && cd in && zip -qr ../a.zip one.csv sub", in: folder)
      let members = try readAll("\(folder)/a.zip")
      #expect(members.map(\.name) == ["one.csv", "sub/two.csv"])
      #expect(members[0].text == "a,b")
      #expect(members[1].text == (1...100_000).map { "\($0)\n" }.joined())
    }
  }

  @Test(arguments: [16, 17, 1_000, 70_000])
  func theContentOfAGzipIsReadInAnyPieces(piece: Int) throws {
    try withTemporaryFolder { (folder: String) throws in
      try shell("seq 50000 > a && gzip a", in: folder)
      let members = try readAll("\(folder)/a.gz", piece: piece)
      #expect(members.map(\.name) == ["data"])
      #expect(members[0].text == (1...50_000).map { "\($0)\n" }.joined())
    }
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    var name: String
    var code: ArchiveError.Code
    var script: String
    var limits = ArchiveLimits()
    var testDescription: String { name }
  }

  static let small: ArchiveLimits = {
    var limits = ArchiveLimits()
    limits.totalBytes = 1_000
    limits.members = 2
    return limits
  }()

  @Test(arguments: [
    Bad(name: "missing", code: .cannotOpen, script: "true"),
    Bad(name: "plain text", code: .notAnArchive, script: "seq 1000 > a"),
    Bad(name: "empty", code: .notAnArchive, script: "touch a"),
    Bad(name: "gzip of nothing", code: .notAnArchive, script: "gzip < /dev/null > a"),
    Bad(name: "folder", code: .cannotOpen, script: "mkdir a"),
    Bad(name: "cut gzip", code: .damaged, script: "seq 99999 | gzip | head -c 9000 > a"),
    Bad(
      name: "gzip with a wrong sum", code: .damaged,
      script: "seq 99999 | gzip > b; head -c -8 b > a; printf '12345678' >> a"),
    Bad(name: "two gzips in a row", code: .damaged, script: "seq 9 | gzip > b; cat b b > a"),
    Bad(
      name: "damaged zip", code: .damaged,
      script: "seq 99999 > f; zip -q b.zip f; cp b.zip a;"
        + "printf 'xxxxxxxxxxxxxxxx' | dd of=a bs=1 seek=5000 conv=notrunc 2> /dev/null"),
    Bad(
      name: "encrypted", code: .encrypted, script: "seq 9 > f; zip -q -P secret a.zip f; mv a.zip a"
    ),
    Bad(name: "link", code: .notAFile, script: "ln -s /etc/passwd f; zip -qy a.zip f; mv a.zip a"),
    Bad(
      name: "name that leads out", code: .unsafeName,
      script: "mkdir d; seq 9 > f; cd d; zip -q ../a.zip ../f; cd ..; mv a.zip a"),
    Bad(
      name: "zip in a zip", code: .nested,
      script: "seq 9 > f; zip -q b.zip f; zip -q0 a.zip b.zip; mv a.zip a"),
    Bad(name: "gzip in a gzip", code: .nested, script: "seq 9 | gzip | gzip > a"),
    Bad(
      name: "zip in a gzip", code: .nested, script: "seq 9 > f; zip -q b.zip f; gzip < b.zip > a"),
    Bad(
      name: "too many", code: .tooManyMembers,
      script: "touch f g h; zip -q a.zip f g h; mv a.zip a", limits: small),
    Bad(
      name: "too large", code: .tooLarge, script: "seq 999 > f; zip -q a.zip f; mv a.zip a",
      limits: small),
    Bad(name: "too large by itself", code: .tooLarge, script: "seq 999 | gzip > a", limits: small),
    Bad(
      name: "bomb in a zip", code: .tooCompressed,
      script: "head -c 30000000 /dev/zero > f; zip -q9 a.zip f; mv a.zip a"),
    Bad(
      name: "bomb in a gzip", code: .tooCompressed,
      script: "head -c 30000000 /dev/zero | gzip -9 > a"),
  ])
  func whatBreaksARuleIsRefused(bad: Bad) throws {
    try withTemporaryFolder { (folder: String) throws in
      try shell(bad.script, in: folder)
      do {
        let members = try readAll("\(folder)/a", limits: bad.limits)
        Issue.record("read \(members.map(\.name))")
      } catch let error as ArchiveError {
        #expect(error.code == bad.code, "\(error)")
      }
    }
  }

  @Test(arguments: [
    ("a.csv", true), ("a/b.csv", true), ("..csv", true), ("é.csv", true), ("", false),
    ("/a", false), ("../a", false), ("a/../b", false), ("a//b", false), ("./a", false),
    ("a\\b", false), ("C:a", false), ("a\nb", false), (String(repeating: "x", count: 2_000), false),
  ])
  func onlyNamesThatStayInsideAreSafe(name: String, isSafe: Bool) {
    #expect(MemberName.isSafe(name) == isSafe)
  }

  /// The check value that RFC 1952's sum is known by.
  @Test func theSumIsTheOnePublished() {
    var sum = CRC32()
    for byte in Array("123456789".utf8) { sum.update([byte].span) }
    #expect(sum.value == 0xCBF4_3926)
  }

  @Test func anEmptyFileInAZipIsNoError() throws {
    try withTemporaryFolder { (folder: String) throws in
      try shell("touch f && zip -q a.zip f", in: folder)
      #expect(try readAll("\(folder)/a.zip").map(\.text) == [""])
    }
  }

  // MARK: Help

  struct Read {
    var name: String
    var text: String
  }

  private func readAll(
    _ path: String, piece: Int = 4_096, limits: ArchiveLimits = ArchiveLimits()
  ) throws -> [Read] {
    var reader = try ArchiveReader(path: path, limits: limits)
    var buffer = [UInt8](repeating: 0, count: piece)
    var members: [Read] = []
    while let member = try reader.nextMember() {
      var content: [UInt8] = []
      while case let count = try reader.read(into: &buffer), count > 0 {
        content += buffer[..<count]
      }
      members.append(Read(name: member.name, text: String(decoding: content, as: UTF8.self)))
    }
    return members
  }

  private func shell(_ script: String, in folder: String) throws {
    let answer = try run("/bin/sh", ["-c", "cd '\(folder)' && \(script)"])
    try #require(answer.status == 0, "\(answer)")
  }
}
