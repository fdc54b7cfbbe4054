/// Hands on every text of an alphabet, from the empty one up to a length.
func forEveryText(upTo length: Int, of alphabet: [UInt8], _ body: ([UInt8]) -> Void) {
  var texts: [[UInt8]] = [[]]
  body([])
  for _ in 0..<length {
    texts = texts.flatMap { text in alphabet.map { text + [$0] } }
    texts.forEach(body)
  }
}

/// A text as it would stand in a program.
func shown(_ text: [UInt8]) -> String {
  String(reflecting: String(decoding: text, as: UTF8.self))
}
