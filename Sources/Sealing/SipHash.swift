internal import CSodium

/// A short number that stands for bytes, the same on every machine and in every run.
///
/// SipHash-2-4 (https://doc.libsodium.org/hashing/short-input_hashing) under a key that is no
/// secret: it spreads well and is quick, but proves nothing. Swift's own hashing is seeded anew by
/// every process and cannot be kept.
public struct SipHash: Sendable {
  private let key: [UInt8]

  /// The key under which the project's record keys are made; it never changes.
  public static let standard = SipHash(fixed: Array("kindred-records1".utf8))

  /// Takes a key of 16 bytes; nil for any other number.
  public init?(key: [UInt8]) {
    guard key.count == 16 else { return nil }
    self.init(fixed: key)
  }

  private init(fixed key: [UInt8]) {
    precondition(key.count == 16, "SipHash has keys of 16 bytes")
    Sodium.makeReady()
    self.key = key
  }

  /// 64 bits for bytes.
  public func hash64(_ bytes: Span<UInt8>) -> UInt64 {
    var answer: UInt64 = 0
    unsafe withUnsafeMutablePointer(to: &answer) { answer in
      let output = unsafe UnsafeMutableRawPointer(answer).assumingMemoryBound(to: UInt8.self)
      unsafe bytes.withUnsafeBufferPointer {
        _ = unsafe crypto_shorthash_siphash24(output, $0.baseAddress, UInt64($0.count), key)
      }
    }
    // The reference code writes the lowest byte first.
    return UInt64(littleEndian: answer)
  }

  /// 128 bits for bytes: as good as never the same for different bytes.
  public func hash128(_ bytes: Span<UInt8>) -> LongHash {
    var answer: (UInt64, UInt64) = (0, 0)
    unsafe withUnsafeMutablePointer(to: &answer) { answer in
      let output = unsafe UnsafeMutableRawPointer(answer).assumingMemoryBound(to: UInt8.self)
      unsafe bytes.withUnsafeBufferPointer {
        _ = unsafe crypto_shorthash_siphashx24(output, $0.baseAddress, UInt64($0.count), key)
      }
    }
    return LongHash(
      low: UInt64(littleEndian: answer.0), high: UInt64(littleEndian: answer.1))
  }
}

/// 128 bits that stand for bytes, and may be looked up in their place.
public struct LongHash: Hashable, Sendable {
  /// The half that the reference code writes first.
  public let low: UInt64
  /// The half that it writes second.
  public let high: UInt64
}
