import TestSupport
import Testing

@testable import Disk

@Suite struct FilesTests {
  @Test func aFileIsWrittenWholeAndReadBack() throws {
    try withTemporaryFolder { folder in
      let path = Path(folder).joining("a.txt")
      for size in [0, 1, 70_000, 300_000] {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try Files.writeAtomically(bytes, to: path)
        #expect(try Files.read(path) == bytes)
        #expect(try Files.size(of: path) == size)
      }
      #expect(try Files.list(Path(folder)) == ["a.txt"])
      #expect(try permissions(path) == 0o600)
    }
  }

  @Test func manySmallWritesGiveOneFile() throws {
    try withTemporaryFolder { folder in
      let path = Path(folder).joining("a.txt")
      var writer = try FileWriter(replacing: path)
      var expected: [UInt8] = []
      for number in 0..<60_000 {
        let line = Array("line \(number)\n".utf8)
        expected += line
        try writer.write(line.span)
      }
      try writer.finish()
      #expect(try Files.read(path) == expected)
    }
  }

  @Test func aWriterThatIsNotFinishedLeavesTheOldFile() throws {
    try withTemporaryFolder { folder in
      let path = Path(folder).joining("a.txt")
      try Files.writeAtomically(Array("old".utf8), to: path)
      do {
        var writer = try FileWriter(replacing: path)
        try writer.write("new")
      }
      #expect(try Files.list(Path(folder)) == ["a.txt"])
      #expect(try Files.read(path) == Array("old".utf8))
    }
  }

  @Test func aTornLineIsDroppedAndNothingElse() throws {
    try withTemporaryFolder { folder in
      let path = Path(folder).joining("log")
      let long = String(repeating: "x", count: 9_000)
      for whole in ["", "\n", "a\n", "a\nb\n", long + "\n", "a\n" + long + "\n"] {
        for torn in ["", "t", "torn", String(repeating: "t", count: 4_096), long] {
          try Files.writeAtomically(Array((whole + torn).utf8), to: path)
          let file = try AppendingFile(path)
          try file.dropTornLine()
          try file.append(Array("next\n".utf8).span)
          #expect(try Files.read(path) == Array((whole + "next\n").utf8))
        }
      }
    }
  }

  @Test func readingComesInPiecesOfTheBuffer() throws {
    try withTemporaryFolder { folder in
      let path = Path(folder).joining("a")
      try Files.writeAtomically(Array("abcdefg".utf8), to: path)
      let file = try File(reading: path)
      var buffer = [UInt8](repeating: 0, count: 3)
      var pieces: [String] = []
      while case let count = try file.read(into: &buffer), count > 0 {
        pieces.append(String(decoding: buffer[..<count], as: UTF8.self))
      }
      #expect(pieces == ["abc", "def", "g"])
      let size = try file.size()
      #expect(size == 7)
    }
  }

  @Test func foldersAreMadeListedAndRemovedWithoutFollowingLinks() throws {
    try withTemporaryFolder { folder in
      let outside = Path(folder).joining("outside")
      let root = Path(folder).joining("root")
      try Files.createFolder(outside)
      try Files.writeAtomically([1], to: outside.joining("kept"))
      try Files.createFolder(root.joining("a/b/c"))
      try Files.createFolder(root.joining("a/b/c"))
      #expect(try permissions(root.joining("a")) == 0o700)
      for name in ["é", "b", "B", "10", "9"] {
        try Files.writeAtomically([], to: root.joining(name))
      }
      try Files.replaceLink(root.joining("link"), to: outside.text)
      #expect(try Files.list(root) == ["10", "9", "B", "a", "b", "link", "é"])
      try Files.removeTree(root)
      try Files.removeTree(root)
      #expect(try Files.kind(of: root) == nil)
      #expect(try Files.list(outside) == ["kept"])
    }
  }

  @Test func aLinkIsALinkAndLeadsToWhatItLeadsTo() throws {
    try withTemporaryFolder { folder in
      let place = Path(folder)
      try write("x", to: place.joining("file").text)
      let targets: [(String, Files.Kind?)] = [
        ("file", .file), (".", .folder), ("missing", nil), ("file/below", nil),
      ]
      for (number, (target, kind)) in targets.enumerated() {
        let one = place.joining("one-\(number)")
        let two = place.joining("two-\(number)")
        try makeLink(one.text, to: target)
        try makeLink(two.text, to: one.lastComponent)
        for link in [one, two] {
          #expect(try Files.kind(of: link) == .link)
          #expect(try Files.target(of: link) == kind, "\(target)")
        }
        #expect(try Files.target(of: place.joining(target)) == kind)
      }
      try makeLink(place.joining("round").text, to: "round")
      #expect(throws: DiskError.self) { try Files.target(of: place.joining("round")) }
    }
  }

  @Test func aLinkIsReplacedInOneStep() throws {
    try withTemporaryFolder { folder in
      let link = Path(folder).joining("current")
      #expect(try Files.linkTarget(link) == nil)
      for target in ["runs/1", "runs/2"] {
        try Files.replaceLink(link, to: target)
        #expect(try Files.linkTarget(link) == target)
        #expect(try Files.kind(of: link) == .link)
      }
      #expect(try Files.list(Path(folder)) == ["current"])
    }
  }

  @Test func timesAndSpaceAreAsked() throws {
    try withTemporaryFolder { folder in
      let path = Path(folder).joining("a")
      try Files.writeAtomically([], to: path)
      let changed = try Files.modificationTime(of: path)
      let age = SystemClock.now().milliseconds - changed.milliseconds
      #expect(abs(age) < 60_000)
      #expect(try Files.freeSpace(at: path) > 0)
      #expect(SystemClock.monotonicNanoseconds() <= SystemClock.monotonicNanoseconds())
    }
  }

  private func permissions(_ path: Path) throws -> Int {
    let answer = try run("/usr/bin/stat", ["-c", "%a", path.text])
    return Int(answer.output.filter { $0 != "\n" }, radix: 8) ?? -1
  }
}

@Suite struct DiskFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    var name: String
    var kind: DiskError.Kind
    var exitStatus: Int32
    var symbol: String
    var act: @Sendable (Path) throws(DiskError) -> Void
    var testDescription: String { name }
  }

  @Test(arguments: [
    Fault(name: "missing file", kind: .missing, exitStatus: 73, symbol: "ENOENT") {
      (folder) throws(DiskError) in _ = try Files.read(folder.joining("none"))
    },
    Fault(name: "folder read as a file", kind: .cannotCreate, exitStatus: 73, symbol: "EISDIR") {
      (folder) throws(DiskError) in _ = try Files.read(folder)
    },
    Fault(name: "file in no folder", kind: .missing, exitStatus: 73, symbol: "ENOENT") {
      (folder) throws(DiskError) in try Files.writeAtomically([1], to: folder.joining("no/a"))
    },
    Fault(name: "folder under a file", kind: .cannotCreate, exitStatus: 73, symbol: "EEXIST") {
      (folder) throws(DiskError) in
      try Files.writeAtomically([1], to: folder.joining("a"))
      try Files.createFolder(folder.joining("a/b"))
    },
    Fault(name: "name too long", kind: .cannotCreate, exitStatus: 73, symbol: "ENAMETOOLONG") {
      (folder) throws(DiskError) in
      try Files.createFolder(folder.joining(String(repeating: "x", count: 300)))
    },
    Fault(name: "too large to read", kind: .full, exitStatus: 74, symbol: "EFBIG") {
      (folder) throws(DiskError) in
      try Files.writeAtomically([1, 2, 3], to: folder.joining("a"))
      _ = try Files.read(folder.joining("a"), atMost: 2)
    },
  ])
  func aFailureHasItsKind(fault: Fault) throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: DiskError.self) { try fault.act(Path(folder)) }
      #expect(error?.kind == fault.kind)
      #expect(error?.exitStatus == fault.exitStatus)
      #expect(error?.name == fault.symbol)
    }
  }

  /// /dev/full answers every write as a full disk does.
  @Test func aFullDiskIsToldFromOtherFailures() throws {
    let file = File(path: Path("/dev/full"), descriptor: try openToWrite("/dev/full"))
    do throws(DiskError) {
      try file.write([1, 2, 3].span)
      Issue.record("written")
    } catch {
      #expect(error.kind == .full)
      #expect(error.description == "write /dev/full: No space left on device (ENOSPC)")
    }
  }

  @Test func interruptedCallsAreMadeAgain() throws {
    var calls = 0
    let answer = try retrying("read", Path("a")) { () -> Int in
      calls += 1
      return calls < 3 ? interrupted() : 7
    }
    #expect(answer == 7 && calls == 3)
  }
}

@Suite struct LockFileTests {
  @Test func onlyOneHoldsTheLock() throws {
    try withTemporaryFolder { folder in
      let path = Path(folder).joining("lock")
      do {
        let lock = try LockFile(path)
        do throws(LockError) {
          _ = try LockFile(path)
          Issue.record("locked twice")
        } catch {
          guard case .held(let holder) = error else {
            Issue.record("\(error)")
            return
          }
          #expect(holder == LockHolder(text: try readText(path.text)))
          #expect(holder?.process == ownProcess())
          #expect(holder?.boot.count == 36)
        }
        _ = consume lock
      }
      #expect(try Files.size(of: path) == 0)
      _ = try LockFile(path)
    }
  }

  @Test func aLockThatCannotBeMadeSaysWhy() throws {
    let error = #expect(throws: LockError.self) { _ = try LockFile(Path("/nonexistent/lock")) }
    #expect(error == .failed(DiskError("open", Path("/nonexistent/lock"), number: 2)))
  }

  @Test func textThatNamesNobodyIsNobody() {
    #expect(LockHolder(text: "") == nil)
    #expect(LockHolder(text: "x\ny\nz\nt\n") == nil)
  }
}
