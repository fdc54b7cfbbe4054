import Sealing

/// The hashes by which records are known from year to year.
enum StableHash {
  /// SipHash with the key that all installations share: the same details have the same key everywhere.
  static func sipHash(_ bytes: Span<UInt8>) -> UInt64 {
    SipHash.standard.hash64(bytes)
  }

  /// A digest that nobody can make or guess without the key, in lower-case hexadecimal.
  static func keyedDigest(_ bytes: [UInt8], key: [UInt8]) -> String {
    MessageCode.of(bytes, key: secret(of: key)).hex
  }

  /// Any key becomes one of the right length by hashing it.
  static func secret(of key: [UInt8]) -> SecretKey {
    guard let secret = SecretKey(bytes: SHA256.digest(of: key).bytes) else {
      preconditionFailure("a digest is 32 bytes long, and so is a key")
    }
    return secret
  }
}
