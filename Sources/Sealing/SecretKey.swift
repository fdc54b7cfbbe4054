internal import CSodium

/// A secret of 32 bytes; its text never shows it.
public struct SecretKey: Sendable, CustomStringConvertible, CustomReflectable {
  let bytes: [UInt8]

  /// Takes a key of 32 bytes; nil for any other number.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Makes a new key from the machine's randomness
  /// (https://doc.libsodium.org/generating_random_data).
  public static func random() -> SecretKey {
    SecretKey(random: SecureRandom.bytes(32))
  }

  private init(random bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Lends the secret to be stored; it belongs in a file that its owner alone may read.
  public func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span)
  }

  /// Says that there is a key, and not which.
  public var description: String { "SecretKey(hidden)" }

  /// Shows nothing to debuggers and dumps.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Randomness for keys and tokens; nothing else may use it, so that results can be made again.
public enum SecureRandom {
  /// So many random bytes.
  public static func bytes(_ count: Int) -> [UInt8] {
    Sodium.makeReady()
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
  }
}

/// A key made ready for many codes: half of the work of a code is the same for all, and is done once.
public struct MessageKey: Sendable {
  fileprivate let inner: SHA256
  fileprivate let outer: SHA256

  private static let blockBytes = 64

  /// Makes a key ready.
  public init(_ key: SecretKey) {
    self.init(rawKey: key.bytes)
  }

  /// HMAC takes keys of any length, which the published examples make use of.
  init(rawKey: [UInt8]) {
    var block = rawKey.count > Self.blockBytes ? SHA256.digest(of: rawKey).bytes : rawKey
    block += [UInt8](repeating: 0, count: Self.blockBytes - block.count)
    inner = Self.begun(with: block.map { $0 ^ 0x36 })
    outer = Self.begun(with: block.map { $0 ^ 0x5C })
  }

  private static func begun(with block: [UInt8]) -> SHA256 {
    var hash = SHA256()
    hash.update(block.span)
    return hash
  }
}

/// Codes that only the holder of a key can make: HMAC-SHA-256 (RFC 2104).
///
/// Put together from two digests, since libsodium's does without the processor's own instructions: two codes for each row
/// of an extract took a tenth of its reading.
public struct MessageCode: ~Copyable {
  private var inner: SHA256
  private var outer: SHA256

  /// Starts a code of nothing.
  public init(key: SecretKey) {
    self.init(MessageKey(key))
  }

  /// Starts a code of nothing under a key that was made ready.
  public init(_ key: MessageKey) {
    inner = key.inner
    outer = key.outer
  }

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    inner.update(bytes)
  }

  /// The code of all that was added.
  public consuming func finish() -> Digest {
    outer.update(inner.digestBytes.span)
    return outer.digest
  }

  /// The code of bytes that are all there.
  public static func of(_ bytes: [UInt8], key: SecretKey) -> Digest {
    of(bytes, rawKey: key.bytes)
  }

  static func of(_ bytes: [UInt8], rawKey: [UInt8]) -> Digest {
    var code = MessageCode(MessageKey(rawKey: rawKey))
    code.update(bytes.span)
    return code.finish()
  }
}

/// Comparisons that take as long whatever they compare.
public enum ConstantTime {
  /// Whether two digests are equal (https://doc.libsodium.org/helpers).
  public static func areEqual(_ one: Digest, _ other: Digest) -> Bool {
    areEqual(one.bytes, other.bytes)
  }

  /// Whether two runs of bytes are equal; their lengths are no secret.
  public static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    Sodium.makeReady()
    guard one.count == other.count else { return false }
    return unsafe sodium_memcmp(one, other, one.count) == 0
  }
}
