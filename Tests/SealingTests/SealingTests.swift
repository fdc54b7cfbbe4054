import TestSupport
import Testing

@testable import Sealing

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4 as NIST publishes them, and the digest of nothing.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func theDigestsAreTheOnesPublished(text: String, hex: String) {
    #expect(SHA256.digest(of: text).hex == hex)
    #expect(Digest(hex: hex) == SHA256.digest(of: text))
  }

  @Test func piecesMakeNoDifference() {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
    for size in [1, 7, 64, 999, 1_000] {
      var digest = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        digest.update(bytes.span.extracting(start..<min(start + size, bytes.count)))
        _ = digest.digest
      }
      #expect(digest.digest == SHA256.digest(of: bytes))
    }
  }

  @Test func theSystemsToolAgrees() throws {
    try withTemporaryFolder { (folder: String) throws in
      var generator = SplitMix64(seed: 4)
      let bytes = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      try write(bytes, to: "\(folder)/a")
      let answer = try run("/usr/bin/sha256sum", ["\(folder)/a"]).output
      #expect(answer.prefix(64) == SHA256.digest(of: bytes).hex)
    }
  }
}

@Suite struct DigestTests {
  @Test func orderAndBytesAreThoseOfTheText() {
    let digests = (0..<50).map { SHA256.digest(of: "\($0)") }
    #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
    for digest in digests {
      #expect(Digest(bytes: digest.bytes) == digest)
      #expect(Digest(hex: digest.hex) == digest)
    }
    #expect(Set(digests + digests).count == 50)
  }

  @Test(arguments: ["", "ab", String(repeating: "g", count: 64), String(repeating: "A", count: 64)])
  func textThatIsNoDigestIsNone(text: String) {
    #expect(Digest(hex: text) == nil)
  }

  @Test func everyByteIsWrittenAndRead() {
    let bytes = (0...255).map { UInt8($0) }
    #expect(Hex.bytes(of: Hex.text(of: bytes)) == bytes)
    #expect(Hex.bytes(of: "abc") == nil)
  }
}

@Suite struct MessageCodeTests {
  /// Test cases 1 and 2 of RFC 4231.
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0B, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
  ])
  func theCodesAreTheOnesPublished(key: [UInt8], text: String, hex: String) {
    let digest = MessageCode.of(Array(text.utf8), rawKey: key)
    #expect(digest.hex == hex)
  }

  @Test func anotherKeyGivesAnotherCode() throws {
    let one = SecretKey.random()
    let other = SecretKey.random()
    let bytes = one.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    let copy = try #require(SecretKey(bytes: bytes))
    #expect(MessageCode.of([1, 2], key: one) == MessageCode.of([1, 2], key: copy))
    #expect(MessageCode.of([1, 2], key: one) != MessageCode.of([1, 2], key: other))
    #expect(SecretKey(bytes: [1, 2]) == nil)
  }

  @Test func aKeyIsNeverShown() throws {
    let key = try #require(SecretKey(bytes: [UInt8](repeating: 200, count: 32)))
    var dumped = ""
    dump(key, to: &dumped)
    for shown in ["\(key)", String(reflecting: key), dumped] { #expect(!shown.contains("200")) }
  }

  @Test func equalityIsThatOfTheBytes() {
    let digests = (0..<5).map { SHA256.digest(of: "\($0)") }
    for one in digests {
      for other in digests {
        #expect(ConstantTime.areEqual(one, other) == (one == other))
      }
    }
    #expect(!ConstantTime.areEqual([1], [1, 2]))
    #expect(ConstantTime.areEqual([], []))
  }
}

@Suite struct SipHashTests {
  /// From the vectors of the reference code: the key 00 to 0f, the bytes 00, 01 and so on.
  @Test(arguments: [
    (0, 0x726f_db47_dd0e_0e31 as UInt64), (1, 0x74f8_39c5_93dc_67fd), (15, 0xa129_ca61_49be_45e5),
  ])
  func theNumbersAreTheOnesPublished(count: Int, expected: UInt64) throws {
    let hash = try #require(SipHash(key: (0..<16).map { UInt8($0) }))
    let bytes = (0..<count).map { UInt8($0) }
    let number = hash.hash64(bytes.span)
    #expect(number == expected)
  }

  /// The first vector of the reference code for 128 bits.
  @Test func theLongNumbersAreTheOnesPublished() throws {
    let hash = try #require(SipHash(key: (0..<16).map { UInt8($0) }))
    let answer = hash.hash128([UInt8]().span)
    #expect(answer.low == 0xe6a8_25ba_047f_81a3)
    #expect(answer.high == 0x9302_55c7_1472_f66d)
  }

  /// Record keys are kept in ledgers: these numbers may never change.
  @Test func theProjectsOwnKeyNeverChanges() {
    let bytes = Array("school|A123".utf8)
    let number = SipHash.standard.hash64(bytes.span)
    #expect(number == 5_469_294_277_934_440_532)
    #expect(SipHash(key: [1]) == nil)
  }
}
