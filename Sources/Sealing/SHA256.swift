internal import CCrypto

/// Digests bytes that come piece by piece, with SHA-256
/// (https://docs.openssl.org/3.0/man3/SHA256_Init/).
///
/// OpenSSL uses the processor's own instructions for it, which is several times as fast as libsodium: every byte that a
/// run reads or writes is digested.
public struct SHA256: Sendable {
  private var state = SHA256_CTX()

  /// Starts a digest of nothing.
  public init() {
    _ = unsafe SHA256_Init(&state)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer {
      _ = unsafe SHA256_Update(&state, $0.baseAddress, $0.count)
    }
  }

  /// The digest of all that was added; adding may go on afterwards.
  public var digest: Digest { Digest(digestBytes) }

  /// The bytes of the digest of all that was added.
  var digestBytes: [32 of UInt8] {
    var copy = state
    var bytes: [32 of UInt8] = .init(repeating: 0)
    var span = bytes.mutableSpan
    unsafe span.withUnsafeMutableBufferPointer {
      _ = unsafe SHA256_Final($0.baseAddress, &copy)
    }
    return bytes
  }

  /// The digest of bytes that are all there.
  public static func digest(of bytes: Span<UInt8>) -> Digest {
    var digest = SHA256()
    digest.update(bytes)
    return digest.digest
  }

  /// The digest of bytes that are all there.
  public static func digest(of bytes: [UInt8]) -> Digest {
    digest(of: bytes.span)
  }

  /// The digest of a text's UTF-8.
  public static func digest(of text: String) -> Digest {
    digest(of: Array(text.utf8).span)
  }
}
